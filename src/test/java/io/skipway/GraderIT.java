package io.skipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An essay on its way from a student by an instructor's table to a grader, and its mark back. */
class GraderIT extends Journey {

    GraderIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void anEssayIsMarkedWithoutANameAndItsMarkSeenOnceItIsReleased() throws Exception {
        try (var mina = StudentOverHttp.demo(server, "mina");
                var visit = visit("en-GB", 1440, 1000);
                var page = visit.newPage()) {
            submit(mina, "skip-stabilises");

            signIn(page, "instructor", "Sign in");
            page.navigate(server.address() + "author/deep-cnn/students");
            var row = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("김민아"));
            assertThat(row).containsText("submitted");
            button(page.locator("header"), "Sign out").click();
            page.waitForURL(url -> url.contains("sign-in"));

            signIn(page, "grader", "Sign in");
            page.navigate(server.address() + "review");
            assertThat(page.getByText("1 waiting · 0 marked · 0 released")).isVisible();
            page.navigate(server.address() + "review/deep-cnn/skip-stabilises");
            assertThat(page.locator(".grading-essay")).containsText("The gradient is a sum");
            assertThat(page.locator("body")).not().containsText("김민아");
            assertThat(page.locator("body")).not().containsText("mina");
            assertAccessible(page, "Rubric");

            var rubric = page.locator(".rubric");
            rubric.locator(".levels")
                    .all()
                    .forEach(levels -> levels.locator("button").last().click());
            assertThat(rubric.getByRole(AriaRole.STATUS)).containsText("Mark saved");
            assertThat(mina.answer("skip-stabilises").get("mark").isNull()).isTrue();

            button(rubric, "Release").click();
            assertThat(page.getByText("The student sees this mark.")).isVisible();
            var seen = mina.answer("skip-stabilises");
            assertThat(seen.get("mark").get("points").asInt()).isEqualTo(6);
            assertThat(seen.get("waiting").asBoolean()).isFalse();
        }
    }

    @Test
    void worksByKeysAndLosesNothingByReloadingOrGoingBack() throws Exception {
        try (var jun = StudentOverHttp.demo(server, "jun");
                var visit = visit("en-GB", 1440, 1000);
                var page = visit.newPage()) {
            submit(jun, "identity-beyond-init");
            signIn(page, "grader", "Sign in");
            page.navigate(server.address() + "review/deep-cnn/identity-beyond-init");
            var rubric = page.locator(".rubric");
            var status = rubric.getByRole(AriaRole.STATUS);
            assertThat(rubric).isVisible();
            page.keyboard().press("c");
            var comment = rubric.getByRole(AriaRole.TEXTBOX);
            assertThat(comment).isFocused();
            page.keyboard().type("N 1? R");
            // What was typed a second ago is kept, though the field was never left.
            page.waitForTimeout(1_000);
            assertThat(status).containsText("Kept as your draft");
            page.reload();
            assertThat(comment).hasValue("N 1? R");
            assertThat(status).containsText("Your draft of");

            var points = rubric.locator("#points");
            points.focus();
            page.keyboard().type("7");
            page.keyboard().press("Tab");
            assertThat(status).containsText("Kept as your draft");
            page.reload();
            assertThat(rubric).containsText("Set by hand");
            assertThat(points).hasValue("7");

            var list = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Grading"));
            var question = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Explain how ResNet"));
            page.navigate(server.address() + "review");
            question.click();
            points.focus();
            page.keyboard().press("Control+A");
            page.keyboard().type("8");
            page.keyboard().press("Tab");
            assertThat(status).containsText("Kept as your draft");
            page.goBack();
            assertThat(list).isVisible();
            question.click();
            assertThat(points).hasValue("8");

            comment.focus();
            page.keyboard().press("Escape");
            page.keyboard().press("Shift+R");
            assertThat(status).containsText("Not released");
            rubric.locator(".criterion").all().forEach(row -> page.keyboard().press("2"));
            assertThat(status).containsText("Mark saved");
            page.keyboard().press("?");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Release the mark");
            assertAccessible(page, "Keys");
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            page.keyboard().press("Shift+R");
            assertThat(page.getByText("The student sees this mark.")).isVisible();
            var seen = jun.answer("identity-beyond-init").get("mark");
            assertThat(seen.get("comment").asString()).contains("N 1? R");
            assertThat(seen.get("points").asInt()).isEqualTo(8);
        }
    }

    private static void submit(StudentOverHttp student, String question) throws Exception {
        var saved = student.save(question, 0, "w1", "The gradient is a *sum*: $I + J$.");
        assertThat(saved.status()).isEqualTo(200);
        var submitted = student.submit(question, 1);
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.body().get("waiting").asBoolean()).isTrue();
    }
}
