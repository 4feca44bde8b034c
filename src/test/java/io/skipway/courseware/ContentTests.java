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
        var files = new ContentFolder("").courses();
        var edition = files.entrySet().stream()
                .filter(course -> course.getKey().value().equals("deep-cnn"))
                .map(course ->
                        CourseFiles.read(course.getKey(), course.getValue()).edition())
                .findFirst()
                .orElseThrow();
        assertThat(edition.lessons().getFirst().questions())
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
}
