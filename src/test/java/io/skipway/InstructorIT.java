package io.skipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instructor changes a question by its form and publishes it; who began before keeps what they began with. */
class InstructorIT extends Journey {
    private static final String QUESTION = "depth/questions/uniform-3x3.yaml";

    InstructorIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void whoBeginsAfterAPublicationMeetsTheNewQuestion() throws Exception {
        try (var mina = StudentOverHttp.demo(server, "mina");
                var visit = visit("en-GB", 1440, 1000);
                var page = visit.newPage()) {
            assertThat(answered(mina, "a")).isEqualTo(200);
            signIn(page, "instructor", "Sign in");
            page.navigate(server.address() + "author/deep-cnn/edit");
            file(page, QUESTION).click();
            assertThat(page.getByLabel("Text of A")).isVisible();
            page.reload();
            field(page, "Text of A").fill("AlexNet, of 2012");
            add(page);
            field(page, "Text of E").fill("None of these");
            // Nothing is waited for: what was typed last is saved all the same.
            button(page.locator(".tabs"), "Korean").click();
            assertThat(field(page, "Text of E")).hasValue("");
            write(page, "이 가운데 없음", "그렇지 않습니다.");
            assertThat(page.locator(".draft-problems")).containsText("\"en\" must be a text.");
            button(page.locator(".tabs"), "English").click();
            assertThat(field(page, "Text of E")).hasValue("None of these");
            write(page, "None of these", "One of them does.");
            file(page, "course.yaml").click();
            assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("course.yaml")))
                    .isVisible();
            file(page, QUESTION).click();
            assertThat(field(page, "Feedback for whoever chose E")).hasValue("One of them does.");
            assertThat(page.locator(".draft-bar")).containsText("no problems");
            assertThat(page.locator(".draft-preview")).containsText("AlexNet, of 2012");
            assertAccessible(page, "Question 1");

            button(page.locator(".draft-bar"), "Publish").click();
            assertThat(page.locator(".draft-bar")).containsText("Published.");
        }
        seenByOneWhoBeginsNow();
    }

    private void seenByOneWhoBeginsNow() throws Exception {
        try (var visit = visit("ko-KR", 390, 844);
                var page = visit.newPage()) {
            signIn(page, "sora", "로그인");
            page.navigate(lesson());
            var choice = answer(page, "uniform-3x3");
            assertThat(choice.locator("label.choice")).hasCount(5);
            var added = option(choice, "이 가운데 없음");
            added.click();
            button(choice, "제출").click();
            assertThat(choice).containsText("그렇지 않습니다.");
        }
    }

    private static int answered(StudentOverHttp student, String option) throws Exception {
        return student.save("uniform-3x3", 0, "w1", Map.of("kind", "choice", "option", option))
                .status();
    }

    private static Locator file(Page page, String path) {
        return page.locator(".files").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(path));
    }

    private static void add(Page page) {
        button(page.locator(".question-fields"), "Add an option").click();
        assertThat(field(page, "Text of E")).isFocused();
    }

    private static void write(Page page, String text, String feedback) {
        field(page, "Text of E").fill(text);
        field(page, "Feedback for whoever chose E").fill(feedback);
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
