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

    @Test
    void commentsAndLinesThatAreNotConcernedStayAsTheyWere() {
        var written = """
                # Ask this first.
                kind: single-choice
                points: 2   # two

                prompt:
                  ko: |
                    가나다 😀
                  # English below
                  en: >-
                    A
                    question?

                # The key
                key: b
                options:
                  # The tempting one
                  - id: a
                    text: {ko: "가, 나", en: no}   # short
                    feedback: {ko: 아닙니다, en: No}
                  # The right one
                  - id: b
                    text: {ko: 나, en: B}
                    feedback: {ko: 맞습니다, en: 'Yes # really'}
                # the end
                """;
        var draft = QuestionDraft.of(written).orElseThrow();
        assertThat(draft.with("3", "points").yaml()).isEqualTo(written.replace("2   # two", "3   # two"));
        assertThat(draft.with("A, {b}: \"c\"", "options", 0, "text", "en").yaml())
                .isEqualTo(written.replace("en: no}", "en: \"A, {b}: \\\"c\\\"\"}"));
        assertThat(draft.with("가나다 😀\n라\n", "prompt", "ko").yaml())
                .isEqualTo(written.replace("    가나다 😀\n", "    가나다 😀\n    라\n"));
        assertThat(draft.swapped(0, "options").yaml()).isEqualTo("""
                # Ask this first.
                kind: single-choice
                points: 2   # two

                prompt:
                  ko: |
                    가나다 😀
                  # English below
                  en: >-
                    A
                    question?

                # The key
                key: b
                options:
                  # The tempting one
                  # The right one
                  - id: b
                    text: {ko: 나, en: B}
                    feedback: {ko: 맞습니다, en: 'Yes # really'}
                  - id: a
                    text: {ko: "가, 나", en: no}   # short
                    feedback: {ko: 아닙니다, en: No}
                # the end
                """);
        assertThat(draft.withOption().yaml()).isEqualTo(written.replace("# the end\n", """
                  - id: c
                    text:
                      ko: ''
                      en: ''
                    feedback:
                      ko: ''
                      en: ''
                # the end
                """));
        assertThat(draft.withOption().withoutOption(2).yaml()).isEqualTo(written);
        assertThat(draft.withOption().with("다", "options", 2, "text", "ko").yaml())
                .contains("# The right one", "  - id: c\n    text:\n      ko: 다\n      en: ''\n", "# the end");
    }

    @Test
    void anOptionGoesWithItsTestsAndAFreedLetterIsTakenAgain() {
        var draft = QuestionDraft.of(CHOICE).orElseThrow().withoutOption(1);
        assertThat(draft.size("options")).isEqualTo(1);
        assertThat(draft.size("tests")).isZero();
        assertThat(draft.withOption().text("options", 1, "id")).isEqualTo("b");
        assertThat(draft.withoutOption(0).withOption().text("options", 0, "id")).isEqualTo("a");
    }

    @Test
    void criteriaAndLevelsComeGoAndChangePlaces() {
        var draft = QuestionDraft.of("kind: essay\npoints: 3 # all\n")
                .orElseThrow()
                .withCriterion()
                .withCriterion()
                .with("2", "rubric", 1, "levels", 1, "points")
                .withLevel(1);
        assertThat(draft.text("rubric", 1, "levels", 2, "points")).isEqualTo("2");
        assertThat(draft.swapped(0, "rubric").text("rubric", 0, "id")).isEqualTo("criterion-2");
        assertThat(draft.without(0, "rubric", 1, "levels").size("rubric", 1, "levels"))
                .isEqualTo(2);
        assertThat(draft.without(0, "rubric").withCriterion().text("rubric", 1, "id"))
                .isEqualTo("criterion-1");
        assertThat(draft.yaml()).startsWith("kind: essay\npoints: 3 # all\nrubric:\n");
    }

    /** The shipped questions are the best sample of what people write. */
    @Test
    void ofEveryShippedQuestionAnEditTouchesOnlyItsOwnLines() {
        new ContentFolder("")
                .courses()
                .forEach((course, files) -> files.forEach((path, text) -> {
                    if (path.contains("/questions/")) {
                        var draft = QuestionDraft.of(text).orElseThrow();
                        assertThat(draft.with("7", "points").yaml())
                                .isEqualTo(text.replaceFirst("points: \\d+", "points: 7"));
                        for (var list : new String[] {"options", "rubric"}) {
                            for (var i = 0; i + 1 < draft.size(list); i++) {
                                assertThat(draft.swapped(i, list)
                                                .swapped(i, list)
                                                .yaml())
                                        .isEqualTo(text);
                                assertThat(draft.swapped(i, list).yaml())
                                        .isNotEqualTo(text)
                                        .hasSameSizeAs(text);
                            }
                        }
                        var english = draft.text("prompt", "en");
                        var changed =
                                draft.with(english + "More.\n", "prompt", "en").yaml();
                        assertThat(changed.lines().toList())
                                .containsAll(text.lines().toList());
                        assertThat(changed.lines()).hasSize((int) text.lines().count() + 1);
                    }
                }));
    }

    @Test
    void everyShippedQuestionReadsTheSameAfterGoingThroughTheForm() {
        new ContentFolder("").courses().forEach((course, files) -> {
            var rewritten = new TreeMap<>(files);
            rewritten.replaceAll((path, text) -> path.contains("/questions/") ? thereAndBack(text) : text);
            var before = CourseFiles.read(course, files);
            var after = CourseFiles.read(course, rewritten);
            assertThat(after.problems()).isEmpty();
            assertThat(after.edition().lessons()).isEqualTo(before.edition().lessons());
            assertThat(after.edition().bank()).isEqualTo(before.edition().bank());
        });
    }

    private static String thereAndBack(String text) {
        var draft = QuestionDraft.of(text).orElseThrow();
        if (java.util.Set.of("prediction", "numeric").contains(draft.text("kind"))) {
            return draft.with("9", "within", 0, "points")
                    .with(draft.text("within", 0, "points"), "within", 0, "points")
                    .yaml();
        }
        if (draft.text("kind").equals("repair")) {
            return draft.with("9", "goal", 0, "points")
                    .with(draft.text("goal", 0, "points"), "goal", 0, "points")
                    .yaml();
        }
        if (draft.text("kind").equals("true-false")) {
            return draft.with("x", "feedback", "true", "ko")
                    .with(draft.text("feedback", "true", "ko"), "feedback", "true", "ko")
                    .yaml();
        }
        if (draft.text("kind").equals("short-answer")) {
            return draft.with("", "accept", draft.size("accept"), "text")
                    .without(draft.size("accept"), "accept")
                    .yaml();
        }
        for (var each : java.util.List.of("items", "pairs")) {
            if (draft.size(each) > 0) {
                return draft.withEntry(each).without(draft.size(each), each).yaml();
            }
        }
        if (draft.text("kind").equals("cloze")) {
            return draft.with("x", "prompt", "en")
                    .with(draft.text("prompt", "en"), "prompt", "en")
                    .yaml();
        }
        var list = draft.size("options") > 0 ? "options" : "rubric";
        var longer = list.equals("options") ? draft.withOption() : draft.withCriterion();
        return longer.with("x", "prompt", "en")
                .without(draft.size(list), list)
                .with(draft.text("prompt", "en"), "prompt", "en")
                .yaml();
    }
}
