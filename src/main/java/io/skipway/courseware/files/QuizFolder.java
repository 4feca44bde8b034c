package io.skipway.courseware.files;

import io.skipway.courseware.Bank;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.courseware.Quiz;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads {@code quizzes/<id>.yaml}, and of the folder {@code bank} the questions that they name. */
final class QuizFolder {
    static final String BANK = "bank";
    static final String LAYOUT = "quizzes/[a-z0-9-]+\\.yaml";

    private final SortedMap<String, String> files;
    private final Report report;
    private final QuestionFolder bank;

    QuizFolder(SortedMap<String, String> files, List<LabSheet.Data> data, Report report, CourseNames names) {
        this.files = files;
        this.report = report;
        this.bank = new QuestionFolder(BANK, files, data, report, names);
    }

    record Quizzes(Bank bank, List<Quiz> all) {}

    /** The quizzes that the course lists, over its lessons' questions and those of the bank. */
    Quizzes read(YamlMap index, List<Lesson> lessons) {
        var listed = index.has("quizzes") ? index.texts("quizzes") : List.<String>of();
        var quizzes = new ArrayList<Quiz>();
        for (var id : listed) {
            if (Collections.frequency(listed, id) > 1) {
                index.problem(index.line("quizzes"), "The quiz \"%s\" is listed twice. Remove one.".formatted(id));
            }
        }
        for (var id : new LinkedHashSet<>(listed)) {
            quiz(id, index, lessons).ifPresent(quizzes::add);
        }
        files.keySet().stream()
                .filter(path -> path.matches(LAYOUT) && !listed.contains(name(path)))
                .forEach(path -> report.add(
                        path,
                        1,
                        "The course does not list this quiz. Write \"%s\" into \"quizzes\" of course.yaml, or remove it."
                                .formatted(name(path))));
        return new Quizzes(new Bank(bank.questions(), bank.labs()), List.copyOf(quizzes));
    }

    private Optional<Quiz> quiz(String id, YamlMap index, List<Lesson> lessons) {
        var path = "quizzes/" + id + ".yaml";
        var text = id.matches("[a-z0-9][a-z0-9-]{0,39}") ? files.get(path) : null;
        if (text == null) {
            index.problem(index.line("quizzes"), "The quiz \"%s\" has no file %s. Write it.".formatted(id, path));
            return Optional.empty();
        }
        return YamlFile.read(path, text, report)
                .flatMap(file ->
                        new QuizFile(id, file, (question, line) -> question(question, path, line, lessons)).quiz());
    }

    private Optional<Question> question(String id, String path, int line, List<Lesson> lessons) {
        return lessons.stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(question -> question.id().equals(id))
                .findFirst()
                .or(() -> {
                    bank.question(id, path, line);
                    return bank.questions().stream()
                            .filter(question -> question.id().equals(id))
                            .findFirst();
                });
    }

    private static String name(String path) {
        return path.substring(path.indexOf('/') + 1, path.length() - ".yaml".length());
    }
}
