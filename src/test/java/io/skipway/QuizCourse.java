package io.skipway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The course with quizzes of a test's own, in a folder for {@code skipway.content}. What is secret of its questions bears the
 * word SECRET in both languages.
 */
public final class QuizCourse {
    private static final Path SHIPPED = Path.of("content", "deep-cnn");

    private final Map<String, String> quizzes = new TreeMap<>();

    /** Adds a quiz under a name; {@code rules} are lines of its file besides title, text and sections. */
    public QuizCourse quiz(String name, String rules, String... sections) {
        var file = new StringBuilder(
                "title: {ko: 시험 %1$s, en: Quiz %1$s}%nabout: {ko: 소개, en: About it}%n".formatted(name));
        file.append(rules.strip()).append("\nsections:\n");
        for (int i = 0; i < sections.length; i++) {
            file.append("  - title: {ko: %1$d부, en: Part %1$d}%n    questions:%n".formatted(i + 1));
            for (var question : sections[i].split(" ", -1)) {
                file.append("      - {question: %s, points: 3}%n".formatted(question));
            }
        }
        quizzes.put(name, file.toString());
        return this;
    }

    /** Writes it beneath {@code folder}, and gives the folder. */
    public Path write(Path folder) {
        var course = folder.resolve("deep-cnn");
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = course.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
            text(course.resolve("bank/questions/test-choice.yaml"), CHOICE);
            text(course.resolve("bank/questions/test-word.yaml"), WORD);
            text(course.resolve("bank/questions/test-essay.yaml"), ESSAY);
            for (var quiz : quizzes.entrySet()) {
                text(course.resolve("quizzes/" + quiz.getKey() + ".yaml"), quiz.getValue());
            }
            list(course.resolve("course.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private void list(Path index) throws IOException {
        var lines = new java.util.ArrayList<>(Files.readAllLines(index));
        var at = lines.indexOf("quizzes:");
        if (at < 0) {
            lines.add("quizzes:");
            at = lines.size() - 1;
        }
        lines.addAll(
                at + 1, quizzes.keySet().stream().map(name -> "  - " + name).toList());
        Files.write(index, lines);
    }

    private static void text(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(text));
    }

    private static final String CHOICE = """
            kind: single-choice
            points: 2
            prompt: {ko: 무엇이 맞습니까?, en: Which is right?}
            key: b
            options:
              - id: a
                text: {ko: 첫째, en: The first}
                feedback: {ko: SECRET-a, en: SECRET-a}
              - id: b
                text: {ko: 둘째, en: The second}
                feedback: {ko: SECRET-b, en: SECRET-b}
            tests:
              - {answer: b, points: 2}
              - {answer: a, points: 0}
            """;

    private static final String WORD = """
            kind: short-answer
            points: 2
            prompt: {ko: 한 낱말은?, en: Which word?}
            accept:
              - text: SECRET-word
            solutions:
              - title: {ko: 풀이, en: Solution}
                text: {ko: SECRET-how, en: SECRET-how}
            tests:
              - {answer: SECRET-word, points: 2}
              - {answer: other, points: 0}
            """;

    private static final String ESSAY = """
            kind: essay
            points: 4
            maxCharacters: 2000
            prompt: {ko: 쓰십시오., en: Write.}
            rubric:
              - id: words
                title: {ko: SECRET-criterion, en: SECRET-criterion}
                levels:
                  - {title: {ko: 없음, en: absent}, points: 0}
                  - {title: {ko: 있음, en: there}, points: 4}
            solutions:
              - title: {ko: 풀이, en: Solution}
                text: {ko: SECRET-essay, en: SECRET-essay}
            """;
}
