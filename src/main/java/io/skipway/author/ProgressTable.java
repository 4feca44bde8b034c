package io.skipway.author;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Question;
import io.skipway.grading.Grading;
import io.skipway.grading.Mark;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Person;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers how far every student of a course is. The rooms that it asks check that an instructor asks. */
@Component
class ProgressTable {
    private final Enrolments enrolments;
    private final Attempts attempts;
    private final Grading grading;

    ProgressTable(Enrolments enrolments, Attempts attempts, Grading grading) {
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.grading = grading;
    }

    /** {@code state} is {@code not-begun}, {@code saved}, {@code submitted}, {@code marked} or {@code released}. */
    record Cell(String state, @Nullable BigDecimal points) {}

    record Row(String name, String username, List<Cell> cells, BigDecimal total) {}

    record Progress(List<String> exercises, List<Row> rows) {
        /** For a spreadsheet: a text that could be taken for a formula gets an apostrophe before it. */
        String csv(Wording words) {
            var lines = new ArrayList<String>();
            var head = new ArrayList<>(List.of(words.get("csv-username"), words.get("csv-name")));
            exercises.forEach(exercise -> head.addAll(List.of(exercise, words.get("csv-points", exercise))));
            head.add(words.get("total"));
            lines.add(line(head));
            for (var row : rows) {
                var cells = new ArrayList<>(List.of(row.username(), row.name()));
                row.cells().forEach(cell -> {
                    cells.add(words.get("state." + cell.state()));
                    cells.add(cell.points() == null ? "" : cell.points().toPlainString());
                });
                cells.add(row.total().toPlainString());
                lines.add(line(cells));
            }
            return String.join("\r\n", lines) + "\r\n";
        }

        private static String line(List<String> cells) {
            return cells.stream().map(Progress::quoted).collect(Collectors.joining(","));
        }

        private static String quoted(String cell) {
            var safe = cell.matches("(?s)[=+\\-@\t\r].*") && !cell.matches("-?[0-9.]+") ? "'" + cell : cell;
            return '"' + safe.replace("\"", "\"\"") + '"';
        }
    }

    Progress of(UserId who, Edition edition) {
        var questions = edition.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .toList();
        var byPerson = attempts.in(who, edition.course()).stream()
                .collect(Collectors.groupingBy(attempt -> attempt.id().person()));
        var marks = grading.marks(who, edition.course());
        var rows = enrolments.members(who, edition.course(), Role.STUDENT).stream()
                .map(student -> row(student, questions, byPerson.getOrDefault(student.id(), List.of()), marks))
                .toList();
        return new Progress(questions.stream().map(Question::id).toList(), rows);
    }

    private static Row row(
            Person student,
            List<Question> questions,
            List<Attempt> own,
            Map<io.skipway.attempts.AttemptId, Mark> marks) {
        var cells = questions.stream()
                .map(question -> cell(
                        own.stream()
                                .filter(attempt -> attempt.id().exercise().equals(question.id()))
                                // The first submission is the one that counts.
                                .filter(attempt -> attempt.id().number() == 1)
                                .findFirst()
                                .orElse(null),
                        marks))
                .toList();
        var total = cells.stream()
                .map(Cell::points)
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Row(student.name(), student.username(), cells, total);
    }

    private static Cell cell(@Nullable Attempt first, Map<io.skipway.attempts.AttemptId, Mark> marks) {
        if (first == null || first.newest().isEmpty()) {
            return new Cell("not-begun", null);
        }
        var mark = marks.get(first.id());
        if (mark != null) {
            return new Cell(mark.released() ? "released" : "marked", mark.points());
        }
        return new Cell(first.submittedAt().isPresent() ? "submitted" : "saved", null);
    }
}
