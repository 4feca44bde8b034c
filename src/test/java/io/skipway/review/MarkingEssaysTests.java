package io.skipway.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import io.skipway.grading.Mark;
import io.skipway.player.ProseBlock;
import io.skipway.ui.Crumb;
import org.junit.jupiter.api.Test;

/** A grader marks essays: at every change what they see is what is kept. */
class MarkingEssaysTests extends GradingScene {
    @Test
    void readsAnEssayUnderItsAliasAndNoNameIsInSight() {
        submit("yuna", "Yuna Secret", QUESTION, "The gradient is a *sum*.");
        var view = open(QUESTION);
        assertThat(find(ProseBlock.class)
                        .withClassName("essay-body")
                        .single()
                        .getElement()
                        .getProperty("html"))
                .contains("The gradient is a <em>sum</em>.");
        assertThat(find(H1.class).single().getText()).isEqualTo("Essay " + current());
        assertThat(words()).contains("Names are hidden").doesNotContain("Yuna").doesNotContain("yuna");
        assertThat(view.crumbs()).extracting(Crumb::title).last().asString().startsWith("Describe the mechanism");
        assertThat(view.getPageTitle()).startsWith("Describe the mechanism");
    }

    @Test
    void setsAMarkWithALevelInEveryRowAndReleasesIt() {
        var attempt = submit("yuna", "Yuna Secret", QUESTION, "x");
        open(QUESTION);
        test(comment()).setValue("Say *why*.");
        choose(1, 3);
        choose(2, 2);
        assertThat(standing()).containsExactly("draft");
        choose(3, 3);
        assertThat(status()).startsWith("Mark saved");
        assertThat(points()).isEqualTo("5");
        assertThat(standing()).containsExactly("5 / 6");
        assertThat(seenBy(attempt)).isEmpty();
        press("Release");
        assertThat(words()).contains("The student sees this mark.");
        assertThat(standing()).containsExactly("5 / 6 ✓");
        assertThat(seenBy(attempt)).hasValueSatisfying(mark -> {
            assertThat(mark.points()).isEqualTo("5");
            assertThat(mark.comment()).isEqualTo("Say *why*.");
        });
    }

    @Test
    void findsADraftAgainAfterAnotherEssayAndAfterReloading() {
        submit("yuna", "Yuna", QUESTION, "x");
        submit("theo", "Theo", QUESTION, "y");
        open(QUESTION);
        test(comment()).setValue("Begun");
        assertThat(status())
                .startsWith("Kept as your draft")
                .contains("choose a level for The chain rule on the block");
        choose(2, 2);
        fromQueue(2);
        assertThat(comment().getValue()).isEmpty();
        fromQueue(1);
        assertThatTheDraftIsThere();
        navigate(QuestionsView.class);
        open(QUESTION);
        fromQueue(1);
        assertThatTheDraftIsThere();
        assertThat(standing()).containsExactly("draft", "");
    }

    private void assertThatTheDraftIsThere() {
        assertThat(comment().getValue()).isEqualTo("Begun");
        assertThat(find(NativeButton.class)
                        .withAttribute("aria-pressed", "true")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("named");
        assertThat(status()).startsWith("Your draft of").contains("The chain rule on the block, Conditions and limits");
    }

    @Test
    void isToldWhyADraftIsNotReleased() {
        var attempt = submit("yuna", "Yuna", QUESTION, "x");
        open(QUESTION);
        choose(1, 3);
        press("Release");
        assertThat(status()).startsWith("Not released.").contains("choose a level for What the direct path does");
        assertThat(standing()).containsExactly("draft");
        assertThat(seenBy(attempt)).isEmpty();
    }

    @Test
    void leavesNoDraftWhereNothingWasTyped() {
        submit("yuna", "Yuna", QUESTION, "x");
        open(QUESTION);
        press("Release");
        assertThat(status()).startsWith("Not released. No mark yet");
        assertThat(standing()).containsExactly("");
    }

    @Test
    void setsPointsByHandThatStayWhenALevelChangesUntilTheSumIsTakenAgain() {
        submit("yuna", "Yuna", QUESTION, "x");
        open(QUESTION);
        for (var row = 1; row <= 3; row++) {
            choose(row, 2);
        }
        type("4.5");
        assertThat(standing()).containsExactly("4.5 / 6");
        choose(1, 3);
        assertThat(points()).isEqualTo("4.5");
        assertThat(words()).contains("Set by hand; the levels add up to 4.");
        open(QUESTION);
        fromQueue(1);
        assertThat(words()).contains("Set by hand; the levels add up to 4.");
        press("Use the levels' sum");
        assertThat(points()).isEqualTo("4");
        assertThat(words()).doesNotContain("Set by hand");
        assertThat(standing()).containsExactly("4 / 6");
    }

    @Test
    void keepsPointsThatTheQuestionDoesNotAllowAndMayGoBackToTheMark() {
        submit("yuna", "Yuna", QUESTION, "x");
        open(QUESTION);
        for (var row = 1; row <= 3; row++) {
            choose(row, 2);
        }
        type("12");
        assertThat(status()).contains("points go from 0 to 6");
        assertThat(standing()).containsExactly("3 / 6 · draft");
        open(QUESTION);
        fromQueue(1);
        assertThat(points()).isEqualTo("12");
        press("Drop the draft, back to 3 / 6");
        assertThat(points()).isEqualTo("3");
        assertThat(standing()).containsExactly("3 / 6");
    }

    @Test
    void changesAReleasedMarkAndTheStudentSeesItOnceThatIsReleasedToo() {
        var attempt = submit("yuna", "Yuna", QUESTION, "x");
        open(QUESTION);
        for (var row = 1; row <= 3; row++) {
            choose(row, 2);
        }
        press("Release");
        test(comment()).setValue("Bet");
        test(comment()).setValue("Better");
        assertThat(words()).contains("The student sees the mark that was released before");
        assertThat(seenBy(attempt)).map(Mark::comment).hasValue("");
        press("Release");
        assertThat(seenBy(attempt)).map(Mark::comment).hasValue("Better");
    }

    @Test
    void releasesAWholeQuestionButWhatIsNoWholeMark() {
        var first = submit("yuna", "Yuna", QUESTION, "x");
        var second = submit("theo", "Theo", QUESTION, "y");
        open(QUESTION);
        for (var row = 1; row <= 3; row++) {
            choose(row, 2);
        }
        press("Next essay");
        choose(1, 1);
        press("Release all marks");
        press("Yes, release");
        assertThat(words()).contains("1 released. 1 without a whole mark stay hidden");
        assertThat(seenBy(first)).isPresent();
        assertThat(seenBy(second)).isEmpty();
        assertThat(standing()).containsExactly("3 / 6 ✓", "draft");
    }

    private String points() {
        return find(Input.class).withId("points").single().getValue();
    }

    private void type(String points) {
        test(find(Input.class).withId("points").single()).setValue(points);
    }
}
