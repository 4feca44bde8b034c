package io.skipway.admin;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The content security policy of every page: scripts only from here, and inline ones only with this page's nonce. Vaadin's
 * client evaluates code, so {@code unsafe-eval} must stay; its styles are inline and can't bear a nonce.
 */
@Component
class ContentSecurity implements VaadinServiceInitListener {
    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var bytes = new byte[18];
            random.nextBytes(bytes);
            var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            page.getDocument().getElementsByTag("script").attr("nonce", nonce);
            var response = page.getVaadinResponse();
            response.setHeader("Content-Security-Policy", policy(nonce));
            // Vaadin resets the response that Spring Security has written these to.
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "same-origin");
        });
    }

    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "font-src 'self' data:",
                "img-src 'self' data: blob:",
                "connect-src 'self'",
                "manifest-src 'self'",
                "worker-src 'self'",
                "frame-src 'self'",
                "form-action 'self'",
                "base-uri 'self'",
                "frame-ancestors 'none'",
                "object-src 'none'");
    }
}
