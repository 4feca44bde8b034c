package io.skipway.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.Element;
import io.skipway.courseware.Block;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A lesson from its title to its last block. What stands in an exercise's place is told by {@link Exercises}: a student
 * answers there, an instructor sees a preview.
 */
public class LessonPage extends Article {
    private final Lesson lesson;
    private final Language language;
    private final Exercises exercises;
    private int number;

    /** What stands where the lesson has an exercise. */
    public interface Exercises {
        /** The question as this person has it: of the edition that they began with, or the newest. */
        Question question(String id);

        Component answer(Question question);

        /** What it is worth where it stands. */
        default BigDecimal points(Question question) {
            return question.points();
        }

        /** Called with the lab beside a question before it is shown. */
        default void beside(Question question, LabPanel panel) {}

        /** Called with every lab before it is shown. */
        default void lab(LabSheet sheet, LabPanel panel) {}
    }

    public LessonPage(Lesson lesson, Language language, Exercises exercises) {
        this.lesson = lesson;
        this.language = language;
        this.exercises = exercises;
        addClassName("lesson");
        add(new H1(lesson.title().in(language)));
        lesson.blocks(language).forEach(block -> add(shown(block)));
        // Vaadin keeps its last answer to a browser until it hears of it again, and a lesson's is a quarter of a
        // megabyte.
        getElement().executeJs("return true").then(arrived -> {});
    }

    private Component shown(Block block) {
        return switch (block) {
            case Block.Heading heading -> new SectionHeading(heading);
            case Block.Prose(var html) -> prose(html);
            case Block.Figure(var id) -> figure(id);
            case Block.Exercise(var id) -> exercise(exercises.question(id));
            case Block.LabBlock(var id) -> lab(id).<Component>map(this::panel).orElseGet(Div::new);
        };
    }

    private static Component prose(String html) {
        var prose = new ProseBlock(html);
        prose.addClassName("prose");
        return prose;
    }

    private static Component figure(String id) {
        var figure = new Div();
        figure.addClassName("figure");
        // Built-in figures are elements; the map of architectures is the only one so far.
        if (id.equals("architecture-map")) {
            figure.getElement().appendChild(new Element("skip-map"));
        }
        return figure;
    }

    private Component exercise(Question question) {
        number++;
        return new ExerciseRow(
                number, question, language, exercises, question.lab().flatMap(this::lab));
    }

    private LabPanel panel(LabSheet sheet) {
        var panel = new LabPanel(sheet, language);
        exercises.lab(sheet, panel);
        return panel;
    }

    private Optional<LabSheet> lab(String id) {
        return lesson.labs().stream().filter(sheet -> sheet.id().equals(id)).findFirst();
    }
}
