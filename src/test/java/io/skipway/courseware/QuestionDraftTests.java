package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.files.CourseFiles;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A question's fields and its file are the same thing. */
class QuestionDraftTests {
    private static final String CHOICE = """
            kind: single-choice
            points: 2
            prompt:
              ko: |
                첫 줄

                둘째 줄 $x_1$
              en: "A: what?"
            key: b
            options:
              - id: a
                text: {ko: 가, en: "no"}
                feedback: {ko: 아닙니다, en: No}
              - id: b
                text: {ko: 나, en: B}
                feedback: {ko: 맞습니다, en: 'Yes # really'}
            tests:
              - {answer: b, points: 2}
            """;

    @Test
    void aFieldIsTheTextAsItWasWritten() {
        var draft = QuestionDraft.of(CHOICE).orElseThrow();
        assertThat(draft.text("points")).isEqualTo("2");
        assertThat(draft.text("prompt", "ko")).isEqualTo("첫 줄\n\n둘째 줄 $x_1$\n");
        assertThat(draft.text("options", 0, "text", "en")).isEqualTo("no");
        assertThat(draft.size("options")).isEqualTo(2);
        assertThat(draft.text("options", 7, "text", "en")).isEmpty();
    }

    @Test
    void whatTheFormDoesNotShowSurvivesAndMultiLineTextsStayReadable() {
        var yaml = QuestionDraft.of(CHOICE)
                .orElseThrow()
                .with("A new prompt:\r\nwith two lines", "prompt", "en")
                .yaml();
        assertThat(yaml).contains("points: 2").contains("ko: |\n").contains("tests:");
        var again = QuestionDraft.of(yaml).orElseThrow();
        assertThat(again.text("prompt", "en")).isEqualTo("A new prompt:\nwith two lines");
        assertThat(again.text("prompt", "ko")).isEqualTo("첫 줄\n\n둘째 줄 $x_1$\n");
        assertThat(again.text("tests", 0, "answer")).isEqualTo("b");
        assertThat(again.yaml()).isEqualTo(yaml);
    }

    @Test
    void aMissingLanguageIsMade() {
        var draft =
                QuestionDraft.of(CHOICE.replace("{ko: 나, en: B}", "{en: B}")).orElseThrow();
        assertThat(draft.text("options", 1, "text", "ko")).isEmpty();
        assertThat(draft.with("나", "options", 1, "text", "ko").text("options", 1, "text", "ko"))
                .isEqualTo("나");
    }

    @Test
    void textsThatLookLikeYamlComeBackUnchanged() {
        for (var hostile : new String[] {
            "- a: [b",
            "#",
            "  leading",
            "trailing  ",
            "'",
            "\"",
            "a: b",
            "|",
            "> x\n\n y",
            "\t",
            "!tag",
            "&a *b",
            "---",
            "null",
            "\u0007 bell",
            "{}",
            "x".repeat(5000) + " y",
            "\n\nbegins empty",
            "ends empty\n\n\n"
        }) {
            var yaml = QuestionDraft.of(CHOICE)
                    .orElseThrow()
                    .with(hostile, "prompt", "en")
                    .yaml();
            assertThat(QuestionDraft.of(yaml).orElseThrow().text("prompt", "en"))
                    .isEqualTo(hostile);
        }
    }

    @Test
    void whatIsNoMappingHasNoFields() {
        assertThat(QuestionDraft.of("- a\n- b")).isEmpty();
        assertThat(QuestionDraft.of("a: [")).isEmpty();
        assertThat(QuestionDraft.of("[".repeat(50_000))).isEmpty();
        assertThat(QuestionDraft.of("a: &x [1]\nb: [*x, *x]")).isEmpty();
    }

    /** The shipped questions are the best sample of what people write. */
    @Test
    void everyShippedQuestionReadsTheSameAfterGoingThroughTheForm() {
        new ContentFolder("").courses().forEach((course, files) -> {
            var rewritten = new TreeMap<>(files);
            rewritten.replaceAll((path, text) -> path.contains("/questions/")
                    ? QuestionDraft.of(text).orElseThrow().yaml()
                    : text);
            var before = CourseFiles.read(course, files);
            var after = CourseFiles.read(course, rewritten);
            assertThat(after.problems()).isEmpty();
            assertThat(after.edition().lessons()).isEqualTo(before.edition().lessons());
        });
    }
}
