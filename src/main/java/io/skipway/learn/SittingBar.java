package io.skipway.learn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.skipway.attempts.Attempt;
import io.skipway.attempts.Sitting;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import java.util.ArrayList;
import java.util.Map;

/**
 * What stands beside the questions of a sitting: time, numbers, announcements and the end of it. It asks the endpoint by
 * itself; the page only hears that the sitting turned. See {@code frontend/src/quiz/sitting.ts}.
 */
@Tag("skip-sitting")
class SittingBar extends Component {
    SittingBar(Sitting sitting, Quiz quiz, Language language, SittingExercises exercises) {
        var element = getElement();
        element.setAttribute("user", sitting.id().person().toString());
        element.setAttribute("token", sitting.id().token());
        element.setAttribute("rendered", stand(sitting));
        element.setAttribute("sequential", quiz.sequential());
        element.setPropertyList(
                "sections",
                quiz.sections().stream()
                        .map(section -> section.title().in(language))
                        .toList());
        var items = new ArrayList<Map<String, Object>>();
        for (var item : sitting.items()) {
            items.add(Map.of(
                    "question", item.question(),
                    "attempt", exercises.at(item.question()).token(),
                    "section", item.section(),
                    "answered",
                            exercises
                                    .begun(item.question())
                                    .flatMap(Attempt::newest)
                                    .isPresent()));
        }
        element.setPropertyList("items", items);
    }

    /** What the page shows of a sitting: {@code open:section}, {@code ended} while it is marked, or {@code settled}. */
    static String stand(Sitting sitting) {
        return sitting.submittedAt().isEmpty() ? "open:" + sitting.section() : sitting.settled() ? "settled" : "ended";
    }

    /** Calls when the sitting is no longer as the page shows it. */
    void onTurned(Runnable listener) {
        getElement().addEventListener("skip-turned", event -> listener.run());
    }
}
