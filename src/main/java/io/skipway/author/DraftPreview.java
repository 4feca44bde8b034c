package io.skipway.author;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.skipway.courseware.Block;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.player.ExerciseCard;
import io.skipway.player.LabPanel;
import io.skipway.player.LessonPage;
import io.skipway.player.PreviewExercises;
import io.skipway.ui.Wording;
import java.util.EnumMap;
import java.util.List;

/** The page that a file makes, as a student will see it; the key of a question is shown as well. */
class DraftPreview extends Section {
    private final Wording words = Wording.of(DraftPreview.class);

    DraftPreview() {
        addClassName("draft-preview");
        // It scrolls by itself, and may have nothing in it that takes the focus.
        getElement().setAttribute("aria-label", words.get("preview")).setAttribute("tabindex", "0");
    }

    void show(Edition edition, String path, Language language) {
        removeAll();
        var note = new Paragraph(words.get("preview-as-written"));
        note.addClassName("eyebrow");
        var page = new Div(page(edition, path, language));
        page.getElement().setAttribute("lang", language.locale().getLanguage());
        add(note, page);
    }

    private Component page(Edition edition, String path, Language language) {
        var id = path.replaceFirst(".*/", "").replace(".yaml", "");
        if (path.contains("/questions/")) {
            var exercises = new PreviewExercises(edition, language, true);
            return edition.question(id)
                    .map(question -> exercises.question(question.id()))
                    .<Component>map(question -> new ExerciseCard(
                            number(edition, id), question, question.points(), language, exercises.answer(question)))
                    .orElseGet(this::nothing);
        }
        if (path.contains("/labs/")) {
            return edition.lab(id)
                    .<Component>map(sheet -> new LabPanel(sheet, language))
                    .orElseGet(this::nothing);
        }
        if (path.startsWith("quizzes/")) {
            return edition.quiz(id)
                    .<Component>map(quiz -> new QuizPreview(quiz, edition, language))
                    .orElseGet(this::nothing);
        }
        if (path.endsWith(".md")) {
            return edition.lesson(path.substring(0, path.indexOf('/')))
                    .<Component>map(lesson -> new LessonPage(
                            readable(lesson, edition), language, new PreviewExercises(edition, language, false)))
                    .orElseGet(this::nothing);
        }
        return new Div(
                new H1(edition.title().in(language)),
                new Paragraph(edition.summary().in(language)));
    }

    /** Without the exercises whose questions can't be read yet; the problems tell of them. */
    private static Lesson readable(Lesson lesson, Edition edition) {
        var blocks = new EnumMap<Language, List<Block>>(Language.class);
        lesson.blocks()
                .forEach((language, all) -> blocks.put(
                        language,
                        all.stream()
                                .filter(block -> !(block instanceof Block.Exercise(var question))
                                        || edition.question(question).isPresent())
                                .toList()));
        return new Lesson(lesson.id(), lesson.title(), blocks, lesson.questions(), lesson.labs());
    }

    /** The number that the question has in its lesson. */
    private static int number(Edition edition, String id) {
        return edition.lessons().stream()
                .map(lesson -> lesson.questions().stream().map(Question::id).toList())
                .filter(ids -> ids.contains(id))
                .mapToInt(ids -> ids.indexOf(id) + 1)
                .findFirst()
                .orElse(1);
    }

    private Component nothing() {
        var empty = new Paragraph(words.get("no-preview"));
        empty.addClassName("empty");
        return empty;
    }
}
