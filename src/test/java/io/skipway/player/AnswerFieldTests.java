package io.skipway.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.courseware.Words;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerFieldTests {
    private static final Question.SingleChoice CHOICE = new Question.SingleChoice(
            "uniform",
            words("prompt"),
            BigDecimal.TWO,
            Optional.empty(),
            List.of(
                    new Question.Option("first", words("one"), words("SECRET")),
                    new Question.Option("second", words("two"), words("SECRET"))),
            "second");
    private static final Question.Essay ESSAY = new Question.Essay(
            "identity",
            words("prompt"),
            BigDecimal.TEN,
            Optional.empty(),
            6000,
            new Question.Rubric(List.of(new Question.Criterion(
                    "sum", words("SECRET"), List.of(new Question.Level(words("SECRET"), BigDecimal.TEN))))),
            List.of(new Question.Solution(words("SECRET"), words("SECRET"))));
    private static final UserId MINA = UserId.random();

    @Test
    void aStudentsChoiceCarriesItsOptionsAndNothingThatTellsTheRightOne() {
        var field = new AnswerField(CHOICE, MINA, "deep-cnn:uniform:1", Language.EN);
        assertThat(field.getElement().getAttribute("user")).isEqualTo(MINA.toString());
        assertThat(field.getElement().getAttribute("attempt")).isEqualTo("deep-cnn:uniform:1");
        assertThat(everything(field))
                .contains("one", "two", "\"A\"", "\"B\"")
                .doesNotContain("SECRET", "right", "feedback", "key");
    }

    @Test
    void aStudentsEssayCarriesNeitherRubricNorSolutions() {
        var field = new AnswerField(ESSAY, MINA, "deep-cnn:identity:1", Language.KO);
        assertThat(everything(field)).contains("6000").doesNotContain("SECRET");
    }

    @Test
    void aPreviewTellsEachOptionsFeedbackAndIsToldWhetherToShowTheKey() {
        var hidden = AnswerField.preview(CHOICE, Language.EN, false);
        assertThat(everything(hidden)).contains("SECRET");
        assertThat(hidden.getElement().hasAttribute("show-key")).isFalse();
        assertThat(AnswerField.preview(CHOICE, Language.EN, true).getElement().hasAttribute("show-key"))
                .isTrue();
    }

    @Test
    void anEssaysPreviewShowsRubricAndSolutionsOnlyWithTheKey() {
        assertThat(everything(AnswerField.preview(ESSAY, Language.EN, false))).doesNotContain("SECRET");
        assertThat(everything(AnswerField.preview(ESSAY, Language.EN, true))).contains("SECRET");
    }

    private static Words words(String text) {
        return new Words(text, text);
    }

    /** All that goes to the browser with the element. */
    private static String everything(Component component) {
        var element = component.getElement();
        var attributes = element.getAttributeNames()
                .map(name -> name + "=" + element.getAttribute(name))
                .collect(Collectors.joining(" "));
        var properties = element.getPropertyNames()
                .map(name -> name + "=" + element.getPropertyRaw(name))
                .collect(Collectors.joining(" "));
        return attributes + " " + properties;
    }
}
