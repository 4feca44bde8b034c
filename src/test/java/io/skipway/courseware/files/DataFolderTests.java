package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Problem;
import io.skipway.identity.CourseId;
import io.skipway.lab.DataFiles;
import io.skipway.lab.Remedies;
import io.skipway.lab.Tables;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DataFolderTests {
    private static final String CSV = Tables.csv(80, 1);

    private final TreeMap<String, String> files = new TreeMap<>();

    DataFolderTests() {
        files.put("course.yaml", """
                title: {ko: 강의, en: Course}
                summary: {ko: 요약, en: Summary}
                lessons: [one]
                """);
        files.put("one/lesson.ko.md", "# 제목\n\n::lab{grid}\n\n::lab{term}\n");
        files.put("one/lesson.en.md", "# Title\n\n::lab{grid}\n\n::lab{term}\n");
        files.put("one/labs/grid.yaml", """
                lab: remedies
                question: {ko: 물음, en: Question}
                look: {ko: 보기, en: Look}
                settings: {depth: 4, activation: tanh, data: heights, steps: 10, learningRate: 0.1, seed: 1}
                controls: [depth]
                presets:
                  - title: {ko: 반달, en: Moons}
                    says: {ko: 말, en: Says}
                    breaks: false
                    settings: {data: moons}
                """);
        files.put("one/labs/term.yaml", """
                lab: identity-term
                question: {ko: 물음, en: Question}
                look: {ko: 보기, en: Look}
                settings: {a: 1.0, activation: tanh, counterexample: none, width: 16, seed: 7}
                controls: [a]
                presets: []
                """);
        files.put("data/heights.csv", CSV);
    }

    @Test
    void aLabNamesAFileAndIsOfferedIt() {
        var read = CourseFiles.read(new CourseId("c"), files);
        assertThat(read.problems()).isEmpty();
        var labs = read.edition().lessons().getFirst().labs();
        var grid = labs.getFirst();
        assertThat(((Remedies) grid.experiment()).data()).isEqualTo(DataFiles.ofCourse(CSV));
        assertThat(((Remedies) grid.presets().getFirst().experiment()).data()).isEqualTo("moons");
        assertThat(grid.data()).containsExactly(new LabSheet.Data("heights", DataFiles.ofCourse(CSV)));
        assertThat(labs.getLast().data()).isEmpty();
        assertThat(CourseFiles.data(files)).containsOnlyKeys("heights").containsValue(CSV);
    }

    @Test
    void tellsTheLineOfEveryProblemInIt() {
        files.put("data/heights.csv", CSV.replaceFirst("11\\.1,1,", "eleven,1,"));
        assertThat(problems())
                .contains(new Problem(
                        "data/heights.csv",
                        3,
                        "\"eleven\" in the column \"x\" is no number that can be learnt from. Write one such as 1.5 or"
                                + " 2e-3."));
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        files.remove("data/heights.csv");
        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo("one/labs/grid.yaml");
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.message()).contains("data").contains("moons");
        });
    }

    @Test
    void takesNobodysOwnFile() {
        var own = "own:" + "0".repeat(64);
        files.compute(
                "one/labs/grid.yaml",
                (path, text) -> java.util.Objects.requireNonNull(text).replace("data: heights", "data: '" + own + "'"));
        assertThat(problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("Put the file into the course as data/<name>.csv"));
    }

    private List<Problem> problems() {
        return CourseFiles.read(new CourseId("c"), files).problems();
    }
}
