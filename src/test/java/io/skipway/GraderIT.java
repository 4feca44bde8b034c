package io.skipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An essay on its way from a student by an instructor's table to a grader, and its mark back. */
class GraderIT extends Journey {
    private static final String ESSAY = "api/attempts/deep-cnn:skip-stabilises:1";
    private static final String ANSWER = ESSAY + "/answers/skip-stabilises";

    GraderIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void anEssayIsMarkedWithoutANameAndItsMarkSeenOnceItIsReleased() throws Exception {
        try (var mina = new StudentOverHttp(server.address(), "mina", "mina-demo");
                var visit = visit("en-GB", 1440, 1000);
                var page = visit.newPage()) {
            submit(mina);

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
            assertThat(answer(mina).get("mark").isNull()).isTrue();

            button(rubric, "Release").click();
            assertThat(page.getByText("The student sees this mark.")).isVisible();
            var seen = answer(mina);
            assertThat(seen.get("mark").get("points").asInt()).isEqualTo(6);
            assertThat(seen.get("waiting").asBoolean()).isFalse();
        }
    }

    private static void submit(StudentOverHttp mina) throws Exception {
        var text = Map.of("kind", "text", "markdown", "The gradient is a *sum*: $I + J$.");
        var saved = mina.post(ANSWER, Map.of("user", mina.user(), "base", 0, "writeId", "w1", "response", text));
        assertThat(saved.status()).isEqualTo(200);
        var submitted = mina.post(ESSAY + "/submission", Map.of("user", mina.user(), "base", 1));
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.body().get("waiting").asBoolean()).isTrue();
    }

    private static JsonNode answer(StudentOverHttp mina) throws Exception {
        return mina.get(ANSWER).body();
    }
}
