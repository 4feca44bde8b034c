package io.skipway.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Speaks the language that the person chose, kept in a cookie, or else the browser's. */
@Component
class Languages implements VaadinServiceInitListener {
    static final String COOKIE = "skipway-language";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> opened.getUI().setLocale(of(VaadinRequest.getCurrent())));
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .selectXpath("/html")
                .attr("lang", of(page.getVaadinRequest()).getLanguage()));
    }

    static Locale of(VaadinRequest request) {
        var cookies = request.getCookies();
        var chosen = cookies == null
                ? ""
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .map(jakarta.servlet.http.Cookie::getValue)
                        .orElse("");
        var language = chosen.isEmpty() ? request.getLocale().getLanguage() : chosen;
        return language.equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
    }
}
