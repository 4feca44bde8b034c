package io.skipway.ui;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of one room's screens, from {@code words_ko.properties} and {@code words_en.properties} beside its
 * classes, in the language of the current UI. Patterns are {@link MessageFormat}'s.
 */
public final class Wording {
    private final String bundle;

    private Wording(String bundle) {
        this.bundle = bundle;
    }

    /** The wording of the room in which {@code view} stands. */
    public static Wording of(Class<?> view) {
        return new Wording(view.getPackageName() + ".words");
    }

    /**
     * A sentence with its values filled in.
     *
     * @throws java.util.MissingResourceException if there is no such sentence
     */
    public String get(String key, Object... values) {
        return get(locale(), key, values);
    }

    public String get(Locale locale, String key, Object... values) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var pattern = ResourceBundle.getBundle(bundle, locale, control).getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }

    /** Korean or English: what the current UI speaks, English where there is none. */
    public static Locale locale() {
        var ui = UI.getCurrent();
        return ui != null && ui.getLocale().getLanguage().equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
    }
}
