package io.skipway.player;

import com.vaadin.flow.dom.Element;
import io.skipway.courseware.Cloze;
import io.skipway.courseware.Language;
import io.skipway.courseware.Matching;
import io.skipway.courseware.MultipleChoice;
import io.skipway.courseware.Ordering;
import io.skipway.courseware.Question;
import io.skipway.courseware.ShortAnswer;
import io.skipway.courseware.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives an element what it asks for in parts, and never what is right of it, unless feedback is asked for. */
final class PartsField {
    private PartsField() {}

    static void ask(Element element, Question.InParts question, Language language, boolean withFeedback) {
        element.setAttribute("kind", question.kind());
        switch (question) {
            case MultipleChoice choice ->
                element.setPropertyList(
                        "options",
                        options(choice.options(), choice.right(), AnswerField.LETTERS, language, withFeedback));
            case Ordering ordering ->
                element.setPropertyMap(
                        "parts",
                        Map.of(
                                "items",
                                ordering.shuffled().stream()
                                        .map(item -> part(item.id(), item.text(), language))
                                        .toList()));
            case Matching matching ->
                element.setPropertyMap(
                        "parts",
                        Map.of(
                                "lefts",
                                matching.lefts().stream()
                                        .map(left -> part(left.id(), left.text(), language))
                                        .toList(),
                                "rights",
                                matching.shuffled().stream()
                                        .map(right -> part(right.id(), right.text(), language))
                                        .toList()));
            case Cloze cloze ->
                element.setPropertyMap(
                        "parts", Map.of("html", cloze.prompt().in(language), "gaps", gaps(cloze, language)));
            case ShortAnswer text -> element.setAttribute("max-characters", String.valueOf(ShortAnswer.LONGEST));
        }
    }

    private static Map<String, Object> gaps(Cloze cloze, Language language) {
        var gaps = new HashMap<String, Object>();
        for (var gap : cloze.gaps()) {
            gaps.put(
                    gap.id(),
                    switch (gap) {
                        case Question.Numeric number -> Map.of("type", "number", "unit", number.unit());
                        case Question.SingleChoice choice ->
                            Map.of(
                                    "type",
                                    "choice",
                                    "options",
                                    choice.options().stream()
                                            .map(option -> part(option.id(), option.text(), language))
                                            .toList());
                        default -> Map.of("type", "text");
                    });
        }
        return gaps;
    }

    /** Something of several, as it stands to be moved or chosen. */
    private static Map<String, Object> part(String id, Words text, Language language) {
        return Map.of("id", id, "html", text.in(language));
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
