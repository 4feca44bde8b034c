package io.skipway.player;

import com.vaadin.flow.dom.Element;
import io.skipway.courseware.Language;
import io.skipway.courseware.MultipleChoice;
import io.skipway.courseware.Question;
import io.skipway.courseware.ShortAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives an element what it asks for in parts, and never what is right of it, unless feedback is asked for. */
final class PartsField {
    private PartsField() {}

    /** @param attempt by which things that stand in no order are shuffled, each time alike */
    static void ask(
            Element element, Question.InParts question, String attempt, Language language, boolean withFeedback) {
        element.setAttribute("kind", question.kind());
        switch (question) {
            case MultipleChoice choice ->
                element.setPropertyList(
                        "options",
                        options(choice.options(), choice.right(), AnswerField.LETTERS, language, withFeedback));
            case ShortAnswer text -> element.setAttribute("max-characters", String.valueOf(ShortAnswer.LONGEST));
        }
    }

    static List<Map<String, Object>> options(
            List<Question.Option> options, Set<String> right, String letters, Language language, boolean withFeedback) {
        var told = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < options.size(); i++) {
            var option = options.get(i);
            var shown = new HashMap<String, Object>();
            shown.put("id", option.id());
            shown.put("letter", i < letters.length() ? letters.substring(i, i + 1) : String.valueOf(i + 1));
            shown.put("html", option.text().in(language));
            if (withFeedback) {
                shown.put("feedback", option.feedback().in(language));
                shown.put("right", right.contains(option.id()));
            }
            told.add(shown);
        }
        return told;
    }
}
