package io.skipway.author;

import io.skipway.ui.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times of an exam as its page writes them, in the server's zone. */
final class ExamTimes {
    static final ZoneId ZONE = ZoneId.systemDefault();

    private ExamTimes() {}

    /** The time of today, with its date if it is another day's. */
    static String at(Instant at, Instant now) {
        var there = at.atZone(ZONE);
        return there.toLocalDate().equals(now.atZone(ZONE).toLocalDate())
                ? DateTimeFormatter.ofPattern("HH:mm:ss").format(there)
                : date(at);
    }

    static String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Wording.locale())
                .format(at.atZone(ZONE));
    }

    /** As a clock counts down, never below nothing: 1:02:03, 02:03. */
    static String left(Duration left) {
        var whole = left.isNegative() ? Duration.ZERO : left;
        var rest = "%02d:%02d".formatted(whole.toMinutesPart(), whole.toSecondsPart());
        return whole.toHours() > 0 ? whole.toHours() + ":" + rest : rest;
    }
}
