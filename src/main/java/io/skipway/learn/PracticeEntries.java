package io.skipway.learn;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.skipway.attempts.Practice;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a student may practise in a course, with how much of it is due. */
@Component
class PracticeEntries {
    private final Wording words = Wording.of(PracticeEntries.class);
    private final Practice practice;

    PracticeEntries(Practice practice) {
        this.practice = practice;
    }

    /** A list of the course's practice sets; empty where there is none. */
    Optional<UnorderedList> of(UserId me, Edition edition) {
        var list = new UnorderedList();
        list.addClassNames("lessons", "practices");
        edition.quizzes().stream()
                .filter(quiz -> quiz.mode() == Quiz.Mode.PRACTICE)
                .forEach(quiz -> list.add(entry(me, edition, quiz)));
        return Optional.of(list).filter(it -> it.getComponentCount() > 0);
    }

    private ListItem entry(UserId me, Edition edition, Quiz quiz) {
        var link = new Anchor(
                PracticeView.address(edition.course(), quiz.id()), quiz.title().in(Language.of(Wording.locale())));
        return new ListItem(link, stand(me, edition, quiz));
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
