package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.files.CourseFiles;
import org.junit.jupiter.api.Test;

/** Everything under {@code content/} can be published. */
class ContentTests {
    @Test
    void everyCourseThatShipsIsWithoutProblems() {
        var courses = new ContentFolder("").courses();
        assertThat(courses).isNotEmpty();
        courses.forEach(
                (course, files) -> assertThat(CourseFiles.read(course, files).problems())
                        .as(course.value())
                        .isEmpty());
    }

    @Test
    void theFirstCourseHasItsQuestionsEachBesideItsLab() {
        assertThat(deepCnn().lessons().getFirst().questions())
                .extracting(question -> question.id() + " " + question.lab().orElse(""))
                .containsExactly(
                        "uniform-3x3 stacked-3x3",
                        "bottleneck-purpose bottleneck",
                        "predict-thirty thirty-layers",
                        "factor-of-depth how-many-layers",
                        "identity-beyond-init gradient-flow",
                        "skip-stabilises identity-term",
                        "repair-relus sick-relus",
                        "repair-explosion sick-residual",
                        "repair-vanishing sick-sigmoid",
                        "review-depth-parameters ",
                        "review-degradation ",
                        "review-remedies ");
    }

    @Test
    void itsQuizAsksTwelveQuestionsAtLeastAndMarksInEveryWay() {
        var course = deepCnn();
        var asked = course.quiz("depth-quiz").orElseThrow().sections().stream()
                .flatMap(section -> section.items().stream())
                .mapToInt(Quiz.Item::draw)
                .sum();
        assertThat(asked).isGreaterThanOrEqualTo(12);
        assertThat(course.quiz("depth-quiz").orElseThrow().questions())
                .extracting(id -> way(course.question(id).orElseThrow()))
                .contains(
                        "SingleChoice",
                        "true or false",
                        "ALL_OR_NOTHING",
                        "PER_OPTION",
                        "RIGHT_MINUS_WRONG",
                        "ABSOLUTE",
                        "RELATIVE",
                        "FIGURES",
                        "Computed",
                        "ShortAnswer",
                        "Ordering",
                        "Matching",
                        "Cloze",
                        "Essay",
                        "Prediction",
                        "Repair");
    }

    @Test
    void practiceGivesNoQuestionAwayThatAnExamAsks() {
        var course = deepCnn();
        var practised = course.quiz("practice").orElseThrow().questions();
        assertThat(practised).hasSizeGreaterThanOrEqualTo(15);
        assertThat(course.quizzes().stream()
                        .filter(quiz -> quiz.mode() == Quiz.Mode.EXAM)
                        .flatMap(quiz -> quiz.questions().stream()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(practised)
                .doesNotHaveDuplicates();
    }

    /** The choices of a gap stand as they are written. */
    @Test
    void whereAGapIsChosenTheFirstIsNeverTheRightOne() {
        var course = deepCnn();
        assertThat(course.quizzes().stream()
                        .flatMap(quiz -> quiz.questions().stream())
                        .flatMap(id -> course.question(id).stream())
                        .filter(Cloze.class::isInstance)
                        .flatMap(cloze -> ((Cloze) cloze).gaps().stream())
                        .filter(Question.SingleChoice.class::isInstance)
                        .map(Question.SingleChoice.class::cast))
                .isNotEmpty()
                .noneMatch(gap -> gap.options().getFirst().id().equals(gap.key()));
    }

    private static Edition deepCnn() {
        return new ContentFolder("")
                .courses().entrySet().stream()
                        .filter(course -> course.getKey().value().equals("deep-cnn"))
                        .map(course -> CourseFiles.read(course.getKey(), course.getValue())
                                .edition())
                        .findFirst()
                        .orElseThrow();
    }

    /** By what a question differs from others in its marking. */
    private static String way(Question question) {
        return switch (question) {
            case Question.SingleChoice choice when choice.trueOrFalse() -> "true or false";
            case MultipleChoice choice -> choice.rule().name();
            case Question.Numeric number when number.key() instanceof NumberKey.Computed -> "Computed";
            case Question.Numeric number -> number.tolerance().measure().name();
            default -> question.getClass().getSimpleName();
        };
    }
}
