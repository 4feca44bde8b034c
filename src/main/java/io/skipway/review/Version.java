package io.skipway.review;

import io.skipway.attempts.History;
import io.skipway.attempts.Saved;
import io.skipway.courseware.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A text that an essay once was, or that came and never became it.
 *
 * @param sequence of a saved state
 * @param before the text that it is compared with
 */
record Version(Kind kind, Optional<Long> sequence, Instant at, String text, String hash, String before) {
    /** Who stops writing for so long has come to the end of something. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    enum Kind {
        SAVED,
        SUBMITTED,
        ASIDE,
        LATE
    }

    /**
     * In the order in which they came: what never became the state always, of the saved states either every one or those
     * before a pause and the last.
     */
    static List<Version> of(History history, boolean every) {
        var versions = new ArrayList<Version>();
        var saved = history.saved();
        var before = "";
        for (var i = 0; i < saved.size(); i++) {
            var last = i == saved.size() - 1;
            if (every
                    || last
                    || !saved.get(i + 1).at().isBefore(saved.get(i).at().plus(PAUSE))) {
                var kind = last && history.submittedAt().isPresent() ? Kind.SUBMITTED : Kind.SAVED;
                versions.add(state(kind, saved.get(i), before));
                before = versions.getLast().text();
            }
        }
        history.aside().forEach(aside -> versions.add(beside(aside, saved)));
        versions.sort(Comparator.comparing(Version::at));
        return versions;
    }

    private static Version state(Kind kind, Saved saved, String before) {
        return new Version(
                kind, Optional.of(saved.sequence()), saved.at(), text(saved.response()), saved.hash(), before);
    }

    private static Version beside(History.Aside aside, List<Saved> saved) {
        var against = saved.stream()
                .filter(state -> aside.late() || state.sequence() == aside.base())
                .reduce((earlier, later) -> later)
                .map(state -> text(state.response()))
                .orElse("");
        return new Version(
                aside.late() ? Kind.LATE : Kind.ASIDE,
                Optional.empty(),
                aside.at(),
                text(aside.response()),
                aside.hash(),
                against);
    }

    private static String text(Response response) {
        return response.answered() instanceof Response.Text(var markdown) ? markdown : "";
    }
}
