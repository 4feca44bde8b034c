package io.skipway;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The laboratory as a learner feels it, in Chromium at a real server: from a slider's move to the curve that follows it,
 * around depth 50 at width 64; and from the press on Run to the run's first curve, each time with another seed, so that
 * nothing is answered from what was computed before. From the event to the frame after the new curve, medians.
 */
public final class ChromiumBench {
    private static final int WARM = 10;
    private static final int ROUNDS = 21;

    private static final String SLIDER = "skip-lab input[type=range]";

    private static final String TIMED = """
            ([event, select, act]) => new Promise((done) => {
              const before = document.querySelector(select)?.getAttribute('d');
              addEventListener(event, () => {
                const start = performance.now();
                const observer = new MutationObserver(() => {
                  const curve = document.querySelector(select)?.getAttribute('d');
                  if (!curve || curve === before) return;
                  observer.disconnect();
                  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
                });
                observer.observe(document.querySelector('skip-lab'), { subtree: true, childList: true, attributes: true });
              }, { capture: true, once: true });
              const element = document.querySelector(act);
              if (event === 'click') element.click();
              else { element.focus(); }
            })""";

    private ChromiumBench() {}

    /** Prints {@code slider_ms} and {@code first_curve_ms}; its argument is a folder for the server. */
    public static void main(String[] arguments) {
        try (var server = new ServerProcess(Path.of(arguments[0]), List.of("-Xmx1g"));
                var chromium = new Chromium()) {
            server.start();
            chromium.start();
            var page = chromium.browser()
                    .newContext(new NewContextOptions().setLocale("en-GB").setViewportSize(1440, 1000))
                    .newPage();
            page.navigate(server.address() + "sign-in");
            page.locator("input[name=username]").fill("instructor");
            page.locator("input[name=password]").fill("instructor-demo");
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            var lab = server.address() + "labs/deep-cnn/gradient-flow";
            page.navigate(lab);
            page.waitForSelector(SLIDER);
            var slider = median(round -> moved(page, round));
            var run = median(round -> {
                page.navigate(lab + "?seed=" + (1000 + round));
                page.waitForSelector(".lab-plot[data-preview=true] .residual-line");
                return number(page.evaluate(
                        TIMED,
                        List.of("click", ".lab-plot[data-preview=false] .residual-line", ".lab-actions .primary")));
            });
            System.out.printf(Locale.ROOT, "slider_ms=%.0f first_curve_ms=%.0f%n", slider, run);
        }
    }

    /** One layer more or less, by the key. */
    private static double moved(Page page, int round) {
        page.evaluate(
                "(timed) => { window.timed = eval(timed)(['input', '.residual-line', 'skip-lab input[type=range]']) }",
                TIMED);
        page.keyboard().press(round % 20 < 10 ? "ArrowRight" : "ArrowLeft");
        return number(page.evaluate("() => window.timed"));
    }

    private static double number(Object millis) {
        return ((Number) millis).doubleValue();
    }

    private static double median(IntToDoubleFunction round) {
        var times =
                IntStream.range(0, WARM + ROUNDS).mapToDouble(round).skip(WARM).toArray();
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
