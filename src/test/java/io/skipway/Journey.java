package io.skipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People in Chromium at the real pages of a real server, which has the demo class and a store of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    static final double SLOW_MS = 30_000;

    final ServerProcess server;

    Journey(Path home) {
        this(new ServerProcess(home));
    }

    Journey(ServerProcess server) {
        this.server = server;
    }

    @BeforeAll
    void start() {
        // Two cores carry the server and the browser at once.
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static BrowserContext visit(String locale, int width, int height) {
        return chromium.browser()
                .newContext(new NewContextOptions().setLocale(locale).setViewportSize(width, height));
    }

    void signIn(Page page, String username, String button) {
        page.navigate(server.address() + "sign-in");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(username + "-demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** The demo course's lesson. */
    String lesson() {
        return server.address() + "course/deep-cnn/depth";
    }

    static Locator answer(Page page, String question) {
        return page.locator("skip-answer[question=%s]".formatted(question));
    }

    static Locator status(Locator answer) {
        return answer.locator(".answer-status");
    }

    static Locator option(Locator answer, String text) {
        return answer.locator("label.choice").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** For what waits for the network or a new start. */
    static ContainsTextOptions soon() {
        return new ContainsTextOptions().setTimeout(SLOW_MS);
    }

    static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the screen")
                .isEqualTo(true);
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static void assertAccessible(Page page, String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))
                        .first())
                .isVisible();
        // Vaadin's own line at the page's top stands in no landmark.
        var findings = new AxeBuilder(page)
                .exclude("vaadin-connection-indicator").analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
        assertThat(findings).isEmpty();
    }
}
