package io.skipway.author;

import io.skipway.courseware.Quiz;
import io.skipway.ui.Wording;
import java.util.ArrayList;

/** The rules of an exam in one line. */
final class ExamRules {
    private ExamRules() {}

    static String of(Quiz quiz, Wording words) {
        var rules = new ArrayList<String>();
        rules.add(quiz.limit()
                .map(limit -> words.get("exam.rule.limit", limit.toMinutes()))
                .orElseGet(() -> words.get("exam.rule.no-limit")));
        quiz.opens().ifPresent(at -> rules.add(words.get("exam.rule.opens", ExamTimes.date(at))));
        quiz.closes().ifPresent(at -> rules.add(words.get("exam.rule.closes", ExamTimes.date(at))));
        quiz.attempts().ifPresent(many -> rules.add(words.get("exam.rule.attempts", many)));
        return String.join(" · ", rules);
    }
}
