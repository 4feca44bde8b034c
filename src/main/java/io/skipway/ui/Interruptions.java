package io.skipway.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What a page says when its server or its session is gone. Left alone it would reload by itself, in the middle of a
 * sentence; here it says so and lets the person go on typing, which the answers keep.
 */
@Component
class Interruptions implements VaadinServiceInitListener {
    private static final int EVERY_MS = 3000;
    /** The page tries for as long as it is open. */
    private static final int ATTEMPTS = Integer.MAX_VALUE;

    private final Wording words = Wording.of(Interruptions.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(about -> messages(spoken(about.getLocale())));
        service.addUIInitListener(init -> reconnecting(init.getUI()));
    }

    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.get(locale, "expired"));
        messages.setSessionExpiredMessage(words.get(locale, "expired-what"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(words.get(locale, "failed"));
        messages.setInternalErrorMessage(words.get(locale, "failed-what"));
        return messages;
    }

    private void reconnecting(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        var text = words.get(spoken(ui.getLocale()), "reconnecting");
        dialog.setDialogText(text);
        dialog.setDialogTextGaveUp(text);
        dialog.setReconnectAttempts(ATTEMPTS);
        dialog.setReconnectInterval(EVERY_MS);
    }

    private static Locale spoken(Locale asked) {
        return asked.getLanguage().equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
    }
}
