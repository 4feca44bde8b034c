package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.courseware.Quiz;
import io.skipway.player.ProseBlock;
import io.skipway.ui.Wording;
import org.jsoup.Jsoup;

/** What is read before a quiz, its rules, and what it may ask, section by section. */
class QuizPreview extends Div {
    private final Wording words = Wording.of(QuizPreview.class);
    private final Edition edition;
    private final Language language;

    QuizPreview(Quiz quiz, Edition edition, Language language) {
        this.edition = edition;
        this.language = language;
        var rules = new Paragraph(
                quiz.mode() == Quiz.Mode.PRACTICE ? words.get("quiz.practice") : ExamRules.of(quiz, words));
        rules.addClassName("quiet");
        add(new H1(quiz.title().in(language)), new ProseBlock(quiz.about().in(language)), rules);
        quiz.sections().forEach(section -> {
            add(new H2(section.title().in(language)));
            section.items().forEach(this::item);
        });
    }

    private void item(Quiz.Item item) {
        var list = new OrderedList();
        item.among().stream()
                .flatMap(id -> edition.question(id).stream())
                .forEach(question -> list.add(question(item, question)));
        if (item.draw() < item.among().size()) {
            add(new Paragraph(words.get("quiz.drawn", item.draw(), item.among().size())));
        }
        add(list);
    }

    private ListItem question(Quiz.Item item, Question question) {
        var points = new Span(
                words.get("quiz.points", item.points().orElse(question.points()).toPlainString()));
        points.addClassNames("quiet", "numbers");
        var prompt = Jsoup.parseBodyFragment(question.prompt().in(language)).text();
        return new ListItem(new Span(prompt + " "), points);
    }
}
