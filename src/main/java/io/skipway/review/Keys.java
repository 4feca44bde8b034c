package io.skipway.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.server.Command;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Single keys that act wherever the focus is, except while one types. As WCAG 2.1.4 asks they can be switched off, which
 * this browser remembers; {@code ?} acts even then, and only opens the list of them.
 */
class Keys {
    private static final String STORED = "skipway.grading-keys";

    /** A letter's name is that of its place where the keyboard writes another script, such as Hangul. */
    private static final String NAME = """
            (/^[!-~]$/.test(event.key) ? event.key : event.code.replace(/^(Key|Digit)/, ''))\
            [event.shiftKey ? 'toUpperCase' : 'toLowerCase']()""";

    private static final String AWAY_FROM_FIELDS = """
            !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat && !event.isComposing \
            && !event.defaultPrevented && !event.composedPath().some(part => part.matches?.(\
            'input, textarea, select, [contenteditable], dialog, [role=dialog]'))""";

    private final transient Map<String, Command> commands;
    private final transient Command help;
    private @Nullable DomListenerRegistration listener;
    private boolean on = true;

    Keys(Component screen, Map<String, Command> commands, Command help) {
        this.commands = commands;
        this.help = help;
        screen.addAttachListener(attached -> listen(attached.getUI()));
        screen.addDetachListener(detached -> {
            if (listener != null) {
                listener.remove();
            }
        });
    }

    private void listen(UI page) {
        WebStorage.getItem(page, WebStorage.Storage.LOCAL_STORAGE, STORED, stored -> on = !"off".equals(stored));
        var names = String.join("|", commands.keySet());
        listener = page.getElement()
                .addEventListener("keydown", this::pressed)
                .setFilter("%s && /^(\\?|%s)$/.test(%s)".formatted(AWAY_FROM_FIELDS, names, NAME))
                .addEventData(NAME);
    }

    private void pressed(DomEvent event) {
        var name = event.getEventData().path(NAME).asString();
        if (name.equals("?")) {
            help.execute();
        } else if (on && commands.containsKey(name)) {
            commands.get(name).execute();
        }
    }

    boolean on() {
        return on;
    }

    void turn(boolean whetherOn) {
        on = whetherOn;
        WebStorage.setItem(WebStorage.Storage.LOCAL_STORAGE, STORED, on ? "on" : "off");
    }
}
