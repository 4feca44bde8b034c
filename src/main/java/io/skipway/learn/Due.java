package io.skipway.learn;

import com.vaadin.flow.component.UI;
import io.skipway.ui.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** When something comes, in plain words, by the clock of whoever reads it. */
final class Due {
    private static final Duration NEAR = Duration.ofHours(1);
    private static final int MANY_DAYS = 60;
    private static final int MONTH = 30;

    private Due() {}

    static String in(Wording words, Instant now, Instant at) {
        return in(words, now, at, zone());
    }

    static String in(Wording words, Instant now, Instant at, ZoneId zone) {
        var wait = Duration.between(now, at);
        if (wait.compareTo(NEAR) < 0) {
            return words.get("practice-in-minutes", Math.max(1, (wait.toSeconds() + 59) / 60));
        }
        var days = ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), at.atZone(zone).toLocalDate());
        var clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Wording.locale())
                .format(at.atZone(zone));
        if (days == 0) {
            return words.get("practice-today", clock);
        }
        if (days == 1) {
            return words.get("practice-tomorrow", clock);
        }
        return days < MANY_DAYS
                ? words.get("practice-in-days", days)
                : words.get("practice-in-months", Math.round((double) days / MONTH));
    }

    /** The browser's zone, where it told one; else the server's. */
    private static ZoneId zone() {
        var told = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return told == null || told.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(told);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
