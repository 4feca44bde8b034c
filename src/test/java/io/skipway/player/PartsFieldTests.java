package io.skipway.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import io.skipway.courseware.Cloze;
import io.skipway.courseware.Language;
import io.skipway.courseware.Matching;
import io.skipway.courseware.MultipleChoice;
import io.skipway.courseware.Ordering;
import io.skipway.courseware.Question;
import io.skipway.courseware.ShortAnswer;
import io.skipway.courseware.Variants;
import io.skipway.courseware.Words;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What of a question in parts goes to the browser: all that is asked, and the key to those only who may see it. */
class PartsFieldTests {
    private static final Words SECRET = new Words("SECRET", "SECRET");
    private static final List<Question.Solution> SOLUTIONS = List.of(new Question.Solution(SECRET, SECRET));
    private static final MultipleChoice CHOICE = new MultipleChoice(
            "q",
            words("prompt"),
            BigDecimal.TWO,
            Optional.empty(),
            List.of(option("one"), option("two"), option("three")),
            Set.of("one", "three"),
            MultipleChoice.Rule.ALL_OR_NOTHING,
            SOLUTIONS);
    private static final Question.SingleChoice STATEMENT = new Question.SingleChoice(
            "q", words("prompt"), BigDecimal.ONE, Optional.empty(), List.of(option("true"), option("false")), "true");

    @Test
    void aStudentsOptionsDoNotTellWhichAreRight() {
        assertThat(asked(CHOICE)).contains("multiple-choice", "one", "\"C\"").doesNotContain("SECRET", "right");
    }

    @Test
    void aPreviewTellsFeedbackAndItsKeyOnlyWhereItMay() {
        assertThat(previewed(CHOICE, false)).contains("SECRET").doesNotContain("answer=", "\"title\"");
        assertThat(previewed(CHOICE, true)).contains("answer={\"kind\":\"choices\",\"options\":[\"one\",\"three\"]}");
    }

    @Test
    void aWordIsAskedForWithoutWhatIsAccepted() {
        var word = new ShortAnswer(
                "q",
                words("prompt"),
                BigDecimal.TWO,
                Optional.empty(),
                false,
                List.of(new ShortAnswer.Accepted("SECRET", false, BigDecimal.TWO, Optional.of(SECRET))),
                SOLUTIONS);
        assertThat(asked(word)).contains("short-answer", "200").doesNotContain("SECRET");
        assertThat(previewed(word, false)).doesNotContain("SECRET");
        assertThat(previewed(word, true)).contains("answer={\"kind\":\"text\",\"markdown\":\"SECRET\"}");
    }

    @Test
    void aStatementIsJudgedWithTheLettersOfItsLanguage() {
        assertThat(asked(STATEMENT))
                .contains("\"letter\":\"T\"", "\"letter\":\"F\"")
                .doesNotContain("SECRET");
        var korean = everything(new AnswerField(STATEMENT, UserId.random(), "course:q:1", Language.KO));
        assertThat(korean).contains("\"letter\":\"O\"", "\"letter\":\"X\"");
    }

    @Test
    void anOrderIsAskedForByTokensThatTellNothing() {
        var order = new Ordering(
                "q",
                words("prompt"),
                BigDecimal.TWO,
                Optional.empty(),
                List.of(item("a"), item("b"), item("c")),
                Ordering.Rule.NEIGHBOURS,
                SOLUTIONS);
        assertThat(asked(order.sample()))
                .contains("ordering", "text of a")
                .doesNotContain("SECRET", "\"a\"", "\"b\"", "\"c\"");
        assertThat(previewed(order.sample(), true)).contains("answer={\"kind\":\"choices\"");
    }

    @Test
    void pairsAreAskedForByTokensThatTellNothing() {
        var pairs = new Matching(
                "q",
                words("prompt"),
                BigDecimal.TWO,
                Optional.empty(),
                List.of(left("a"), left("b")),
                List.of(new Matching.Right("a", words("for a")), new Matching.Right("b", words("for b"))),
                Matching.Rule.PER_PAIR,
                SOLUTIONS);
        assertThat(asked(pairs.sample()).replaceAll("\"lefts\":\\[.*?]", ""))
                .contains("matching", "for a")
                .doesNotContain("SECRET", "\"a\"", "\"b\"");
        assertThat(previewed(pairs.sample(), true)).contains("answer={\"kind\":\"parts\"");
    }

    @Test
    void gapsAreAskedForWithoutWhatFillsThem() {
        var word = new ShortAnswer(
                "word",
                SECRET,
                BigDecimal.ONE,
                Optional.empty(),
                false,
                List.of(new ShortAnswer.Accepted("SECRET", false, BigDecimal.ONE, Optional.empty())),
                List.of());
        var choice = new Question.SingleChoice(
                "way", SECRET, BigDecimal.ONE, Optional.empty(), List.of(option("up"), option("down")), "down");
        var cloze = new Cloze(
                "q",
                words("<span class='gap'></span>"),
                BigDecimal.TWO,
                Optional.empty(),
                List.of(word, choice),
                Variants.NONE,
                SOLUTIONS);
        assertThat(asked(cloze)).contains("cloze", "up").doesNotContain("SECRET", "key");
        assertThat(previewed(cloze, true)).contains("\"way\":\"down\"");
    }

    private static Matching.Left left(String id) {
        return new Matching.Left(id, words("left " + id), id, Optional.of(SECRET));
    }

    private static Ordering.Item item(String id) {
        return new Ordering.Item(id, words("text of " + id), Optional.of(SECRET));
    }

    private static Question.Option option(String id) {
        return new Question.Option(id, words(id), SECRET);
    }

    private static Words words(String text) {
        return new Words(text, text);
    }

    private static String asked(Question question) {
        return everything(new AnswerField(question, UserId.random(), "course:q:1", Language.EN));
    }

    private static String previewed(Question question, boolean key) {
        return everything(AnswerField.preview(question, Language.EN, key));
    }

    /** All that goes to the browser with the element. */
    private static String everything(Component component) {
        var element = component.getElement();
        var attributes = element.getAttributeNames().map(name -> name + "=" + element.getAttribute(name));
        var properties = element.getPropertyNames().map(name -> name + "=" + element.getPropertyRaw(name));
        return java.util.stream.Stream.concat(attributes, properties).collect(Collectors.joining(" "));
    }
}
