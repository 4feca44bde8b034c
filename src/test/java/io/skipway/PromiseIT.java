package io.skipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise at the real pages: no word is lost, whoever is told, and all of it by the keyboard. */
class PromiseIT extends Journey {
    private static final Pattern SAVED = Pattern.compile("^Saved \\d\\d:\\d\\d:\\d\\d");
    private static final int MOST_TABS = 60;

    PromiseIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void aSecondTabIsToldAndFollowsAndOfTwoTextsThePersonChooses() {
        try (var visit = visit("en-GB", 1280, 900);
                var first = visit.newPage();
                var second = visit.newPage()) {
            signIn(first, "jun", "Sign in");
            first.navigate(lesson());
            second.navigate(lesson());
            var here = answer(first, "skip-stabilises");
            var there = answer(second, "skip-stabilises");
            assertThat(text(here)).isEditable();
            assertThat(text(there)).isEditable();
            text(here).pressSequentially("From the first.");
            assertThat(status(here)).containsText(SAVED);
            assertThat(text(there)).hasValue("From the first.");
            assertThat(status(there)).containsText(SAVED);

            // The second tab loses its line, so that both write on the same state.
            second.route("**/api/attempts/**", route -> route.abort());
            text(there).pressSequentially(" And the second.");
            assertThat(status(there)).containsText("Not saved: no connection");
            text(here).press("End");
            text(here).pressSequentially(" More of the first.");
            assertThat(status(here)).containsText(SAVED);
            second.unroute("**/api/attempts/**");
            assertThat(there.getByRole(AriaRole.ALERT)).containsText("A newer answer was saved elsewhere", soon());
            assertThat(there.locator(".conflict")).containsText("From the first. More of the first.");
            assertThat(there.locator(".conflict")).containsText("From the first. And the second.");
            button(there, "Go on with this page’s text").click();
            assertThat(status(there)).containsText(SAVED);
            assertThat(text(here)).hasValue("From the first. And the second.");
        }
    }

    @Test
    void anotherDeviceFollowsBeforeOneTypesUponAnOldText() {
        try (var laptop = visit("en-GB", 1280, 900);
                var phone = visit("en-GB", 390, 844);
                var atLaptop = laptop.newPage();
                var atPhone = phone.newPage()) {
            signIn(atLaptop, "sora", "Sign in");
            signIn(atPhone, "sora", "Sign in");
            atLaptop.navigate(lesson());
            atPhone.navigate(lesson());
            var old = text(answer(atPhone, "identity-beyond-init"));
            assertThat(old).isEditable();
            text(answer(atLaptop, "identity-beyond-init")).fill("Written at the laptop.");
            assertThat(status(answer(atLaptop, "identity-beyond-init"))).containsText(SAVED);
            old.focus();
            assertThat(old).hasValue("Written at the laptop.");
        }
    }

    @Test
    void losesNoWordWhenTheNetworkIsCutAndThePageClosed() {
        try (var visit = visit("en-GB", 1280, 900);
                var page = visit.newPage()) {
            signIn(page, "sora", "Sign in");
            page.navigate(lesson());
            var essay = answer(page, "skip-stabilises");
            assertThat(text(essay)).isEditable();
            text(essay).pressSequentially("With a network. ");
            assertThat(status(essay)).containsText(SAVED);
            visit.setOffline(true);
            text(essay).pressSequentially("Without one.");
            assertThat(status(essay)).containsText("Not saved: no connection");
            page.close();
            visit.setOffline(false);
            var again = visit.newPage();
            again.navigate(lesson());
            assertThat(text(answer(again, "skip-stabilises"))).hasValue("With a network. Without one.");
            assertThat(status(answer(again, "skip-stabilises"))).containsText(SAVED, soon());
        }
    }

    @Test
    void answersSubmitsAndReadsTheReceiptByTheKeyboardAlone() {
        try (var visit = visit("en-GB", 1280, 900);
                var page = visit.newPage()) {
            signIn(page, "mina", "Sign in");
            page.navigate(lesson());
            var choice = answer(page, "uniform-3x3");
            assertThat(choice.getByRole(AriaRole.RADIO).first()).isEnabled();
            // As a reader comes to it who has read so far: the focus begins at the exercise.
            page.evaluate("""
                    () => { const card = document.querySelector('#exercise-title-uniform-3x3');
                      card.tabIndex = -1; card.focus(); }""");
            tabTo(page, choice.getByRole(AriaRole.RADIO).first());
            page.keyboard().press("ArrowDown");
            assertThat(choice.getByRole(AriaRole.RADIO).nth(1)).isChecked();
            assertThat(status(choice)).containsText(SAVED);
            tabTo(page, button(choice, "Submit"));
            page.keyboard().press("Enter");
            assertThat(choice).containsText("2 of 2 points");
            tabTo(page, choice.locator(".receipt summary"));
            page.keyboard().press("Enter");
            assertThat(choice.locator(".receipt code")).containsText(Pattern.compile("^([0-9a-f]{8} ?){8}$"));
            assertVisiblyFocused(page);
            tabTo(page, choice.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("All your receipts")));
            page.keyboard().press("Enter");
            assertAccessible(page, "Your receipts");
            assertThat(page.locator(".receipts tbody tr")).hasCount(1);
        }
    }

    @Test
    void readsTheReceiptsInKoreanOnAPhone() throws Exception {
        try (var sora = StudentOverHttp.demo(server, "sora");
                var visit = visit("ko-KR", 390, 844);
                var page = visit.newPage()) {
            sora.save("bottleneck-purpose", 0, "w0", Map.of("kind", "choice", "option", "a"));
            signIn(page, "sora", "로그인");
            page.navigate(lesson());
            var receipt = answer(page, "bottleneck-purpose").locator(".receipt");
            receipt.locator("summary").click();
            assertThat(receipt).containsText("답의 SHA-256");
            assertFits(page);
            page.navigate(server.address() + "receipts/deep-cnn");
            assertAccessible(page, "내 영수증");
            assertFits(page);
            var file =
                    page.waitForDownload(() -> page.getByText("모든 영수증을 파일로 저장").click());
            assertThat(file.suggestedFilename()).isEqualTo("deep-cnn-receipts.csv");
        }
    }

    @Test
    void aGraderIsShownWhatCameLateAndThatItIsNotWhatWasSubmitted() throws Exception {
        try (var mina = StudentOverHttp.demo(server, "mina");
                var visit = visit("en-GB", 390, 844);
                var page = visit.newPage()) {
            mina.save("skip-stabilises", 0, "w0", "The gradient is a sum.");
            mina.submit("skip-stabilises", 1);
            mina.save("skip-stabilises", 1, "w1", "The gradient is a sum, too late.");
            signIn(page, "grader", "Sign in");
            page.navigate(server.address() + "review/deep-cnn/skip-stabilises");
            var history = page.locator(".essay-history");
            history.locator("summary").first().focus();
            page.keyboard().press("Enter");
            var late = history.locator(".versions details").last();
            assertThat(late).containsText("came late");
            late.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(late.locator("ins")).containsText("sum, too late.");
            assertThat(late).containsText("it is not what was submitted");
            assertThat(page.locator(".essay-body")).not().containsText("too late");
            assertFits(page);
            assertAccessible(page, "Rubric");
        }
    }

    /** Presses Tab until it has the focus, which is seen at every step. */
    private static void tabTo(Page page, Locator wanted) {
        for (var i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            assertVisiblyFocused(page);
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("Not reached by Tab: " + wanted);
    }

    private static void assertVisiblyFocused(Page page) {
        assertThat(page.evaluate("""
                () => { let at = document.activeElement;
                  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                  const style = getComputedStyle(at);
                  return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }""")).as("the focus is seen").isEqualTo(true);
    }

    private static Locator text(Locator answer) {
        return answer.getByRole(AriaRole.TEXTBOX);
    }
}
