package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import io.skipway.courseware.Drafts.Draft;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Lesson;
import io.skipway.player.AnswerField;
import io.skipway.player.ExerciseCard;
import io.skipway.player.LabPanel;
import io.skipway.player.LessonPage;
import io.skipway.player.PreviewExercises;
import io.skipway.ui.Wording;

/** What the file that is being edited gives, as a student sees it, in either language. */
class DraftPreview extends Div {
    private final Wording words = Wording.of(DraftPreview.class);
    private final transient Draft draft;
    private final String path;

    DraftPreview(Draft draft, String path, Language language) {
        this.draft = draft;
        this.path = path;
        show(path.endsWith(".ko.md") ? Language.KO : path.endsWith(".en.md") ? Language.EN : language);
    }

    private void show(Language language) {
        removeAll();
        var other = language == Language.KO ? Language.EN : Language.KO;
        var swap = new NativeButton(other == Language.KO ? "한국어" : "English", click -> show(other));
        swap.addClassName("quiet-button");
        var about = new Paragraph(words.get("as-student"));
        about.addClassName("eyebrow");
        var head = new Div(about, swap);
        head.addClassName("preview-head");
        add(head);
        var edition = draft.edition();
        var id = path.substring(path.lastIndexOf('/') + 1).replace(".yaml", "");
        if (path.contains("/questions/")) {
            edition.question(id)
                    .ifPresentOrElse(
                            question -> add(new ExerciseCard(
                                    number(edition, id),
                                    question,
                                    language,
                                    AnswerField.preview(question, language, true))),
                            this::unreadable);
        } else if (path.contains("/labs/")) {
            edition.lab(id).ifPresentOrElse(lab -> add(new LabPanel(lab, language)), this::unreadable);
        } else {
            edition.lessons().stream()
                    .filter(lesson -> path.startsWith(lesson.id() + "/"))
                    .filter(lesson -> whole(edition, lesson, language))
                    .findFirst()
                    .ifPresentOrElse(
                            lesson -> add(
                                    new LessonPage(lesson, language, new PreviewExercises(edition, language, false))),
                            this::unreadable);
        }
    }

    /** A lesson can be shown once every exercise in it can be read. */
    private static boolean whole(Edition edition, Lesson lesson, Language language) {
        return lesson.blocks(language).stream()
                .allMatch(block -> !(block instanceof io.skipway.courseware.Block.Exercise(var question))
                        || edition.question(question).isPresent());
    }

    private static int number(Edition edition, String question) {
        var all = edition.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .map(io.skipway.courseware.Question::id)
                .toList();
        return all.indexOf(question) + 1;
    }

    private void unreadable() {
        var none = new Paragraph(words.get("no-preview"));
        none.addClassName("empty");
        add(none);
    }
}
