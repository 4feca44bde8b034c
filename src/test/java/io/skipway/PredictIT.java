package io.skipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student predicts, tries to look first, locks, and then sees and runs what they predicted. */
class PredictIT extends Journey {
    private static final String SETTINGS = """
            {"kind":"gradient-flow","depth":30,"width":64,"activation":"tanh","initialiser":"normal","sd":0.02,
             "normalisation":"none","skip":"identity","scale":0.14,"data":"digits","steps":0,"learningRate":0.03,"seed":8}""";

    PredictIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void predictsLocksAndRuns() {
        try (var visit = visit("en-GB", 1440, 1000);
                var page = visit.newPage()) {
            signIn(page, "mina", "Sign in");
            page.navigate(lesson());
            var field = answer(page, "predict-thirty");
            var last = handle(field, 30);
            assertThat(last).hasAttribute("aria-valuetext", "not drawn yet");
            assertThat(button(field, "Lock the prediction")).isDisabled();

            draw(page, field);
            last.focus();
            page.keyboard().press("Home");
            page.keyboard().press("PageUp");
            page.keyboard().press("ArrowUp");
            assertThat(last).hasAttribute("aria-valuetext", "10 to the power −34.5");
            page.keyboard().press("ArrowLeft");
            assertThat(handle(field, 26)).isFocused();
            assertThat(status(field)).containsText(Pattern.compile("^Saved \\d"));
            page.reload();
            assertThat(last).hasAttribute("aria-valuenow", "-34.5");
            assertAccessible(page, "The price of depth");
            tellsNothing(page, ranByTheInstructor());

            page.navigate(lesson());
            button(field, "Lock the prediction").click();
            assertThat(field).containsText("Once locked it can’t be changed");
            assertThat(field.locator(".plain-line")).hasCount(0);
            button(field, "Lock the prediction").click();
            assertThat(status(field)).containsText(Pattern.compile("^Submitted \\d"), soon());
            assertThat(field.locator(".plain-line")).hasCount(1);
            assertThat(field.locator(".prediction-line")).hasCount(1);
            assertThat(field).containsText(Pattern.compile("apart on average. [012] of 2 points"));
            assertThat(field).containsText("Why it comes out like this");
            assertThat(page.getByText("1 of 12 questions submitted")).isVisible();
            assertAccessible(page, "The price of depth");

            var lab = page.locator(".exercise")
                    .filter(new Locator.FilterOptions().setHas(field))
                    .locator("skip-lab");
            button(lab, "Run").click();
            assertThat(lab.locator(".residual-line")).isVisible();
            assertThat(post(page, "api/explore")).isEqualTo(200);
            page.keyboard().press("Escape");
            handle(field, 0).focus();
            var before = handle(field, 0).getAttribute("aria-valuenow");
            page.keyboard().press("ArrowUp");
            assertThat(handle(field, 0)).hasAttribute("aria-valuenow", before);
        }
    }

    @Test
    void drawsByTouchInKoreanOnAPhone() {
        try (var visit = visit("ko-KR", 390, 844);
                var page = visit.newPage()) {
            signIn(page, "sora", "로그인");
            page.navigate(lesson());
            var field = answer(page, "predict-thirty");
            draw(page, field);
            assertThat(status(field)).containsText(Pattern.compile("^저장됨 "));
            assertThat(handle(field, 15)).hasAttribute("aria-valuetext", Pattern.compile("^10의 −?[\\d.]+제곱$"));
            assertFits(page);
            assertThat(page.getByText("이 실험은 아직 닫혀 있습니다.").first()).isVisible();
            assertAccessible(page, "깊이의 대가");
        }
    }

    /** With other settings, at other addresses, with another's run, and at pages of their own. */
    private void tellsNothing(Page page, String run) {
        for (var address : List.of("api/runs", "api/explore")) {
            assertThat(post(page, address)).as(address).isEqualTo(423);
        }
        for (var part : List.of("", "/network.zip")) {
            assertThat(page.evaluate("async (path) => (await fetch(`api/runs/${path}`)).status", run + part))
                    .as(part)
                    .isEqualTo(403);
        }
        for (var way : List.of("cancel", "replay", "verify")) {
            assertThat(post(page, "api/runs/" + run + "/" + way)).as(way).isEqualTo(403);
        }
        // The labs of two other questions of the lesson are of the same kind.
        assertThat(page.locator(".exercise skip-lab[closed]")).hasCount(3);
        for (var lab :
                List.of("thirty-layers", "how-many-layers?depth=30", "gradient-flow?depth=30&activation=tanh&seed=3")) {
            page.navigate(server.address() + "labs/deep-cnn/" + lab);
            assertThat(page.getByText("This lab is still closed.")).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run")))
                    .hasCount(0);
        }
    }

    private String ranByTheInstructor() {
        try (var visit = visit("en-GB", 1280, 900);
                var page = visit.newPage()) {
            signIn(page, "instructor", "Sign in");
            return (String) page.evaluate(FETCH + " return (await answer.json()).id; }", List.of("api/runs", SETTINGS));
        }
    }

    private static final String FETCH = """
            async ([address, settings]) => {
              const { header, token } = await (await fetch('api/session')).json();
              const answer = await fetch(address, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', [header]: token },
                body: JSON.stringify({ experiment: JSON.parse(settings) }),
              });""";

    private static Object post(Page page, String address) {
        return page.evaluate(FETCH + " return answer.status; }", List.of(address, SETTINGS));
    }

    /** From the lower left to the upper right. */
    private static void draw(Page page, Locator field) {
        var plot = field.locator(".drawing-plot");
        plot.scrollIntoViewIfNeeded();
        var box = plot.boundingBox();
        page.mouse().move(box.x + 50, box.y + 180);
        page.mouse().down();
        page.mouse().move(box.x + box.width - 20, box.y + 60);
        page.mouse().up();
    }

    private static Locator handle(Locator field, int layer) {
        return field.locator("[role=slider]")
                .and(field.page().locator("[aria-label='Layer %1$d'], [aria-label='층 %1$d']".formatted(layer)));
    }
}
