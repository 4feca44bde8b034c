package io.skipway.review;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import io.skipway.courseware.Language;
import io.skipway.courseware.Prose;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.grading.Submission;
import io.skipway.player.ProseBlock;
import io.skipway.ui.Wording;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** An essay at reading size, under its alias, with the prompt to unfold. */
class EssayText extends Article {
    private final H1 title;

    EssayText(Submission submission, Question.Essay essay, Language language) {
        var words = Wording.of(EssayText.class);
        var markdown = submission.response() instanceof Response.Text(var text) ? text : "";
        var at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(submission.submittedAt());
        var count = Difference.count(markdown);
        var about =
                new Paragraph(words.get("about", count, at, submission.pins().size()));
        about.addClassNames("eyebrow", "numbers");
        var prompt = new ProseBlock(essay.prompt().in(language));
        prompt.addClassName("prose");
        var body = new ProseBlock(Prose.html(markdown));
        body.addClassNames("prose", "essay-body");
        title = new H1(words.get("submission", submission.alias()));
        title.getElement().setAttribute("tabindex", "-1");
        add(title, about, new NativeDetails(words.get("prompt"), prompt), body);
    }

    /** Takes whoever opened it by a key to where it begins. */
    void focusTitle() {
        title.getElement().executeJs("this.focus()");
    }
}
