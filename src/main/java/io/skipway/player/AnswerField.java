package io.skipway.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import io.skipway.courseware.Language;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import io.skipway.courseware.Quiz;
import io.skipway.courseware.Tolerance;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where a person answers: it keeps what is typed in the browser, saves it by itself, submits, and shows the feedback. It
 * never carries a key. Its element, outbox and endpoint are described in {@code frontend/src/player/answer.ts}.
 */
@Tag("skip-answer")
public class AnswerField extends Component {
    static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /**
     * An empty field; it fetches what is saved by itself.
     *
     * @param attempt the token of the attempt at which the person is
     */
    public AnswerField(Question question, UserId person, String attempt, Language language) {
        var element = getElement();
        element.setAttribute("user", person.toString());
        element.setAttribute("attempt", attempt);
        element.setAttribute("question", question.id());
        element.setAttribute("label", Wording.of(AnswerField.class).get("answer"));
        switch (question) {
            case Question.SingleChoice choice -> {
                element.setAttribute("kind", "choice");
                element.setPropertyList("options", options(choice, language, false));
            }
            case Question.Essay essay -> {
                element.setAttribute("kind", "essay");
                element.setAttribute("max-characters", String.valueOf(essay.maxCharacters()));
            }
            case Question.Prediction prediction -> curve(element, prediction);
            case Question.Repair repair -> RepairField.dials(element, repair);
            case Question.Numeric numeric -> number(element, numeric);
            case Question.InParts parts -> PartsField.ask(element, parts, language, false);
        }
    }

    /** Makes it a part of a quiz, which says when it is checked; see {@code frontend/src/player/answer-in-quiz.ts}. */
    public AnswerField inQuiz(Quiz.Behaviour behaviour) {
        var element = getElement();
        element.setAttribute(
                "in-quiz",
                switch (behaviour) {
                    case Quiz.Behaviour.Deferred deferred -> "deferred";
                    case Quiz.Behaviour.Immediate immediate -> "check";
                    case Quiz.Behaviour.Tries tries -> "check";
                    case Quiz.Behaviour.Certain certain -> "certain";
                });
        if (behaviour instanceof Quiz.Behaviour.Tries(var tries, var penalty)) {
            element.setAttribute("tries", String.valueOf(tries));
            element.setAttribute("penalty", penalty.toPlainString());
        }
        return this;
    }

    private static void number(Element element, Question.Numeric numeric) {
        element.setAttribute("kind", "numeric");
        element.setAttribute("unit", numeric.unit());
        element.setAttribute("positive", numeric.tolerance().measure() == Tolerance.Measure.DECADES);
    }

    /** Axes to draw upon. */
    private static void curve(Element element, Question.Prediction prediction) {
        element.setAttribute("kind", "prediction");
        element.setPropertyMap(
                "axes",
                Map.of(
                        "layers", prediction.layers(),
                        "from", prediction.from(),
                        "to", prediction.to(),
                        "network", prediction.network().name().toLowerCase(Locale.ROOT)));
    }

    /** Calls with the attempt's token after each submission. */
    public void onSubmitted(Consumer<String> listener) {
        getElement()
                .addEventListener(
                        "skip-submitted",
                        event -> listener.accept(
                                event.getEventData().get("event.detail.attempt").asString()))
                .addEventData("event.detail.attempt");
    }

    /**
     * Asks the person nothing and saves nowhere: for those who may see every option's feedback.
     *
     * @param key whether the right option, the rubric and the solutions are shown at once
     */
    public static Component preview(Question question, Language language, boolean key) {
        return new Preview(question, language, key);
    }

    private static List<Map<String, Object>> options(
            Question.SingleChoice choice, Language language, boolean withFeedback) {
        var letters = !choice.trueOrFalse() ? LETTERS : language == Language.KO ? "OX" : "TF";
        return PartsField.options(choice.options(), Set.of(choice.key()), letters, language, withFeedback);
    }

    @Tag("skip-answer-preview")
    private static final class Preview extends Component {
        Preview(Question question, Language language, boolean key) {
            var element = getElement();
            element.setAttribute("label", question.id());
            element.setAttribute("show-key", key);
            switch (question) {
                case Question.SingleChoice choice -> {
                    element.setAttribute("kind", "choice");
                    element.setPropertyList("options", options(choice, language, true));
                }
                case Question.Essay essay -> {
                    element.setAttribute("kind", "essay");
                    element.setAttribute("max-characters", String.valueOf(essay.maxCharacters()));
                    element.setPropertyList("notes", key ? notes(essay, language) : List.of());
                }
                case Question.Prediction prediction -> {
                    curve(element, prediction);
                    element.setPropertyList("notes", key ? notes(prediction.solutions(), language) : List.of());
                }
                case Question.Repair repair -> {
                    RepairField.dials(element, repair);
                    element.setPropertyList("notes", key ? notes(repair.solutions(), language) : List.of());
                }
                case Question.Numeric numeric -> {
                    number(element, numeric);
                    if (key && numeric.key() instanceof NumberKey.Given(var value)) {
                        element.setAttribute("number-key", value.toString());
                    }
                    element.setPropertyList("notes", key ? notes(numeric.solutions(), language) : List.of());
                }
                case Question.InParts parts -> {
                    PartsField.ask(element, parts, language, true);
                    if (key) {
                        element.setPropertyBean("answer", parts.key());
                    }
                    element.setPropertyList("notes", key ? notes(parts.solutions(), language) : List.of());
                }
            }
        }

        private static List<Map<String, Object>> notes(Question.Essay essay, Language language) {
            var notes = new ArrayList<Map<String, Object>>();
            for (var criterion : essay.rubric().criteria()) {
                var levels = new StringBuilder("<ul>");
                criterion
                        .levels()
                        .forEach(level -> levels.append("<li>")
                                .append(org.jsoup.nodes.Entities.escape(
                                        level.title().in(language)))
                                .append(": ")
                                .append(level.points().toPlainString())
                                .append("</li>"));
                notes.add(Map.of(
                        "title",
                        criterion.title().in(language),
                        "html",
                        levels.append("</ul>").toString()));
            }
            notes.addAll(notes(essay.solutions(), language));
            return notes;
        }

        private static List<Map<String, Object>> notes(List<Question.Solution> solutions, Language language) {
            return solutions.stream()
                    .map(solution -> Map.<String, Object>of(
                            "title",
                            solution.title().in(language),
                            "html",
                            solution.text().in(language)))
                    .toList();
        }
    }
}
