package io.skipway.learn;

import com.vaadin.flow.component.html.Span;
import io.skipway.attempts.Practice;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Quiz;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import org.springframework.stereotype.Component;

/** Tells how much of a practice set is due. */
@Component
class PracticeEntries {
    private final Wording words = Wording.of(PracticeEntries.class);
    private final Practice practice;

    PracticeEntries(Practice practice) {
        this.practice = practice;
    }

    /** How much is due, or when something will be. */
    Span stand(UserId me, Edition edition, Quiz quiz) {
        var forecast = practice.forecast(me, edition.course(), quiz.id());
        var text = new Span(
                forecast.due() > 0
                        ? words.get("practice-due", forecast.due())
                        : forecast.left() > 0
                                ? words.get("practice-new", forecast.fresh())
                                : forecast.nextAt()
                                        .map(at -> words.get("practice-next", Due.in(words, practice.now(), at)))
                                        .orElseGet(() -> words.get("practice-not-yet")));
        text.addClassName(forecast.due() > 0 ? "due" : "quiet");
        return text;
    }
}
