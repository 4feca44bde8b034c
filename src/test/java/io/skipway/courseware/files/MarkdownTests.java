package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {
    @Test
    void formulasKeepTheirText() {
        assertThat(Markdown.line("with $a_1 * b_2 * c < d$ here"))
                .isEqualTo("with <span class=\"math\">a_1 * b_2 * c &lt; d</span> here");
        assertThat(Markdown.html("$$\n\\frac{a}{b} *x*\n$$")).isEqualTo("<div class=\"math\">\\frac{a}{b} *x*</div>");
        assertThat(Markdown.html("$$ x $$")).isEqualTo("<div class=\"math\">x</div>");
    }

    @Test
    void pricesAreNoFormulas() {
        assertThat(Markdown.line("from $5 to $10 and \\$x\\$")).isEqualTo("from $5 to $10 and $x$");
    }

    @Test
    void aWordBearsTheColourOfItsLine() {
        assertThat(Markdown.line("the [residual *net*]{.residual} holds"))
                .isEqualTo("the <span class=\"residual\">residual <em>net</em></span> holds");
        assertThat(Markdown.line("[x]{.shell}")).isEqualTo("<span>x</span>");
    }

    @Test
    void aFootnoteIsNumbered() {
        assertThat(Markdown.html("See.[^a]\n\n[^a]: Paper")).contains("<sup class=\"note-number\">1</sup>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](data:text/html,<script>alert(1)</script>)",
                "![a](https://elsewhere.example/track.png)",
                "<svg/onload=alert(1)>",
                "[a](https://x.example \"t\\\" onmouseover=alert(1)\")",
                "$<img src=x onerror=alert(1)>$",
                "[x]{.\"onclick=alert(1)}"
            })
    void nothingThatRunsComesThrough(String hostile) {
        var body = org.jsoup.Jsoup.parseBodyFragment(Markdown.html(hostile)).body();
        assertThat(body.select("script, img, svg, iframe, style, object")).isEmpty();
        assertThat(body.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")
                                || attribute
                                        .getValue()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .startsWith("javascript")
                                || attribute.getValue().startsWith("data:")));
    }
}
