package io.skipway.courseware;

import java.util.Locale;

/** The languages in which everything is written. */
public enum Language {
    KO(Locale.KOREAN),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** Korean for a Korean locale, English for all others. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("ko") ? KO : EN;
    }
}
