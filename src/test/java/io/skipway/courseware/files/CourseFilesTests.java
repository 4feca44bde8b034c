package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Problem;
import io.skipway.identity.CourseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A mistake in a course is told with its file, its line and what to do. */
class CourseFilesTests {
    private final TreeMap<String, String> files = new TreeMap<>();

    CourseFilesTests() {
        files.put("course.yaml", """
                title: {ko: 강의, en: Course}
                summary: {ko: 요약, en: Summary}
                lessons: [one]
                """);
        files.put("one/lesson.ko.md", "# 제목\n\n## 절 {#part}\n\n글 $x$\n\n::exercise{q}\n");
        files.put("one/lesson.en.md", "# Title\n\n## Part {#part}\n\nText $x$\n\n::exercise{q}\n");
        files.put("one/questions/q.yaml", """
                kind: single-choice
                points: 2
                prompt: {ko: 물음, en: Question}
                key: b
                options:
                  - id: a
                    text: {ko: 가, en: A}
                    feedback: {ko: 아닙니다, en: No}
                  - id: b
                    text: {ko: 나, en: B}
                    feedback: {ko: 맞습니다, en: Yes}
                tests:
                  - {answer: b, points: 2}
                """);
    }

    @Test
    void aRightCourseHasNoProblems() {
        assertThat(problems()).isEmpty();
    }

    /** The example is what people copy. */
    @Test
    void theExampleInTheDocumentationIsACourseWithoutProblems() throws IOException {
        var documentation = Files.readString(Path.of("src/main/java/io/skipway/courseware/files/package-info.java"));
        var parts = Pattern.compile("<pre>\\{@code\n(.*?)\n \\* }</pre>", Pattern.DOTALL)
                .matcher(documentation)
                .results()
                .map(match -> match.group(1).replaceAll("(?m)^ \\* ?", ""))
                .toList();
        assertThat(parts).hasSize(6);
        files.clear();
        files.put("course.yaml", parts.get(1));
        files.put("first/lesson.ko.md", parts.get(2));
        files.put("first/lesson.en.md", parts.get(2));
        files.put("first/questions/halve.yaml", parts.get(3));
        files.put("first/labs/block.yaml", parts.get(4));
        files.put("quizzes/final.yaml", parts.get(5));
        files.put("bank/questions/double.yaml", parts.get(3).replace("lab: block\n", ""));
        assertThat(parts.getFirst()).contains(files.keySet());
        assertThat(problems()).isEmpty();
        assertThat(read().edition().question("halve")).isPresent();
        assertThat(read().edition().quiz("final").orElseThrow().questions()).containsExactly("double", "halve");
    }

    @Test
    void theSameFilesGiveTheSameEditionAndOtherFilesAnother() {
        var before = read().edition().id();
        assertThat(read().edition().id()).isEqualTo(before);
        replace("one/lesson.en.md", "Text", "Another text");
        assertThat(read().edition().id()).isNotEqualTo(before);
    }

    @Test
    void aMissingLanguageIsNamed() {
        replace("one/questions/q.yaml", "{ko: 맞습니다, en: Yes}", "{en: Yes}");
        assertThat(problems())
                .containsExactly("one/questions/q.yaml:11: \"feedback\" has no Korean. Write a line \"ko: ...\".");
    }

    @Test
    void aMistypedKeyIsGuessed() {
        replace("one/questions/q.yaml", "points: 2\nprompt", "pionts: 2\nprompt");
        assertThat(problems())
                .contains("one/questions/q.yaml:2: \"pionts\" is not known here. Did you mean \"points\"?")
                .contains("one/questions/q.yaml:1: \"points\" is missing. Write a line \"points: ...\".");
    }

    @Test
    void aKeyThatIsNoOptionIsAProblem() {
        replace("one/questions/q.yaml", "key: b", "key: c");
        assertThat(problems()).anyMatch(problem -> problem.startsWith("one/questions/q.yaml:4: The key \"c\""));
    }

    @Test
    void aQuestionsOwnTestIsRun() {
        replace("one/questions/q.yaml", "{answer: b, points: 2}", "{answer: a, points: 2}");
        assertThat(problems())
                .containsExactly(
                        "one/questions/q.yaml:13: The answer \"a\" gets 0 points, but the test expects 2. Mend the"
                                + " key or the test.");
    }

    @Test
    void aMissingFileIsToldWhereItIsNamed() {
        files.remove("one/questions/q.yaml");
        assertThat(problems())
                .contains("one/lesson.en.md:7: The question \"q\" has no file one/questions/q.yaml. Write it.");
    }

    @Test
    void aFileThatNobodyNamesIsAProblem() {
        files.put("one/questions/lost.yaml", "kind: essay\n");
        files.put("one/notes.txt", "");
        assertThat(problems())
                .containsExactly(
                        "one/notes.txt:1: This is no file of a course. See the layout in the manual, or remove it.",
                        "one/questions/lost.yaml:1: Nothing in the lesson names this file. Place it, or remove it.");
    }

    @Test
    void bothLanguagesHaveTheSameBlocks() {
        replace("one/lesson.ko.md", "{#part}", "{#teil}");
        assertThat(problems())
                .containsExactly("one/lesson.ko.md:3: Here stands a heading {#teil}, but the English text has a heading"
                        + " {#part}. Both need the same, in the same order.");
    }

    @Test
    void brokenYamlNamesItsLine() {
        replace("one/questions/q.yaml", "key: b", "key: [b");
        assertThat(problems()).anyMatch(problem -> problem.matches("one/questions/q.yaml:\\d+: This is no YAML.*"));
    }

    @Test
    void anUnknownBlockIsAProblem() {
        replace("one/lesson.en.md", "::exercise{q}", "::exercise{q}\n\n::quiz{q}");
        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("one/lesson.en.md:9: There is no block \"quiz\"."));
    }

    @Test
    void hostileYamlIsRefusedAndHarmsNothing() {
        for (var hostile : List.of(
                "a: &a [x]\nb: [*a, *a]\nc: *a",
                "!!javax.script.ScriptEngineManager [x]",
                "[".repeat(50_000),
                "key: " + "x".repeat(300_000))) {
            files.put("one/questions/q.yaml", hostile);
            assertThat(problems()).as(hostile.substring(0, 10)).isNotEmpty();
        }
    }

    private void replace(String path, String what, String by) {
        var before = files.get(path);
        assertThat(before).isNotNull().contains(what);
        files.put(path, java.util.Objects.requireNonNull(before).replace(what, by));
    }

    private CourseFiles.Parsed read() {
        return CourseFiles.read(new CourseId("test"), files);
    }

    private List<String> problems() {
        return read().problems().stream().map(Problem::toString).collect(Collectors.toList());
    }
}
