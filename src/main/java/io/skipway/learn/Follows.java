package io.skipway.learn;

import io.skipway.attempts.Attempt;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.identity.UserId;
import io.skipway.lab.Lab;
import io.skipway.player.LabPanel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells which labs show what would follow from an option: to be asked after the submission only. */
@Component
class Follows {
    private final Courses courses;
    private final Lab lab;

    Follows(Courses courses, Lab lab) {
        this.courses = courses;
        this.lab = lab;
    }

    /** By option, in their order: of the chosen one, or with {@code all} of every one. */
    Map<String, Map<String, Object>> of(UserId me, Attempt attempt, Question question, boolean all, Language language) {
        var follows = new LinkedHashMap<String, Map<String, Object>>();
        if (question instanceof Question.SingleChoice choice) {
            var edition = courses.edition(
                    attempt.question().course(), attempt.question().edition());
            for (var option : choice.options()) {
                if (all || chosen(attempt, option)) {
                    sheet(edition, option)
                            .ifPresent(sheet -> follows.put(
                                    option.id(), LabPanel.sheet(sheet, language, lab.closed(me, sheet.experiment()))));
                }
            }
        }
        return follows;
    }

    private static boolean chosen(Attempt attempt, Question.Option option) {
        return attempt.newest()
                .filter(saved -> saved.response().answered().equals(new Response.Choice(option.id())))
                .isPresent();
    }

    private static java.util.Optional<LabSheet> sheet(Edition edition, Question.Option option) {
        return option.lab().flatMap(edition::lab);
    }
}
