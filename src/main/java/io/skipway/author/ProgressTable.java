package io.skipway.author;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Invigilation;
import io.skipway.attempts.Sitting;
import io.skipway.attempts.SittingId;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Question;
import io.skipway.courseware.Quiz;
import io.skipway.grading.Grading;
import io.skipway.grading.Mark;
import io.skipway.grading.QuizResults;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Person;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers how far every student of a course is. The rooms that it asks check that an instructor asks. */
@Component
class ProgressTable {
    private final Enrolments enrolments;
    private final Attempts attempts;
    private final Grading grading;
    private final Invigilation invigilation;
    private final QuizResults results;

    ProgressTable(
            Enrolments enrolments, Attempts attempts, Grading grading, Invigilation invigilation, QuizResults results) {
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.grading = grading;
        this.invigilation = invigilation;
        this.results = results;
    }

    /**
     * How far someone is with something.
     *
     * @param state {@code not-begun}, {@code saved}, {@code submitted}, {@code marked} or {@code released}; of an exam
     *     {@code not-begun}, {@code sitting}, {@code submitted} while answers wait for a grader, or {@code marked}
     * @param points of an exam those that count of all its attempts, so far
     */
    record Cell(String state, @Nullable BigDecimal points) {
        static final Cell NOT_BEGUN = new Cell("not-begun", null);
    }

    /** Someone's cells: the exercises, and after them the exams. */
    record Row(String name, String username, List<Cell> cells, BigDecimal total) {}

    record Progress(List<String> exercises, List<String> exams, List<Row> rows) {
        List<String> columns() {
            return Stream.concat(exercises.stream(), exams.stream()).toList();
        }

        /** For a spreadsheet: a text that could be taken for a formula gets an apostrophe before it. */
        String csv(Wording words) {
            var lines = new ArrayList<String>();
            var head = new ArrayList<>(List.of(words.get("csv-username"), words.get("csv-name")));
            columns().forEach(column -> head.addAll(List.of(column, words.get("csv-points", column))));
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
        var exams = edition.quizzes().stream()
                .filter(quiz -> quiz.mode() == Quiz.Mode.EXAM)
                .toList();
        var byPerson = attempts.in(who, edition.course()).stream()
                .collect(Collectors.groupingBy(attempt -> attempt.id().person()));
        var marks = grading.marks(who, edition.course());
        var sat = exams.stream().map(exam -> sat(who, edition, exam)).toList();
        var rows = enrolments.members(who, edition.course(), Role.STUDENT).stream()
                .map(student -> row(
                        student,
                        Stream.concat(
                                        questions.stream()
                                                .map(question -> cell(
                                                        question,
                                                        byPerson.getOrDefault(student.id(), List.of()),
                                                        marks)),
                                        sat.stream().map(cells -> cells.getOrDefault(student.id(), Cell.NOT_BEGUN)))
                                .toList()))
                .toList();
        return new Progress(
                questions.stream().map(Question::id).toList(),
                exams.stream().map(Quiz::id).toList(),
                rows);
    }

    private static Row row(Person student, List<Cell> cells) {
        var total = cells.stream().map(Cell::points).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Row(student.name(), student.username(), cells, total);
    }

    /** What an exam was to all who sat it. */
    private Map<UserId, Cell> sat(UserId who, Edition edition, Quiz exam) {
        var sittings = invigilation.seats(who, edition.course(), exam.id()).stream()
                .map(Invigilation.Seat::sitting)
                .toList();
        var worth = results.all(who, edition.course(), sittings);
        return sittings.stream()
                .sorted(Comparator.comparing(sitting -> sitting.id().number()))
                .collect(Collectors.groupingBy(
                        sitting -> sitting.id().person(),
                        Collectors.collectingAndThen(Collectors.toList(), own -> cell(exam, own, worth))));
    }

    private static Cell cell(Quiz exam, List<Sitting> own, Map<SittingId, QuizResults.Result> worth) {
        var results = own.stream()
                .map(sitting -> worth.get(sitting.id()))
                .filter(Objects::nonNull)
                .toList();
        var points = QuizResults.counted(
                        exam.counts(),
                        results.stream().map(QuizResults.Result::total).toList())
                .map(QuizResults.Points::points)
                .orElse(null);
        if (own.getLast().submittedAt().isEmpty()) {
            return new Cell("sitting", points);
        }
        var marked = results.size() == own.size() && results.stream().allMatch(result -> result.waiting() == 0);
        return new Cell(marked ? "marked" : "submitted", points);
    }

    private static Cell cell(Question question, List<Attempt> own, Map<AttemptId, Mark> marks) {
        // The first submission is the one that counts.
        var first = own.stream()
                .filter(attempt -> attempt.id().exercise().equals(question.id()))
                .filter(attempt -> attempt.id().number() == 1)
                .findFirst();
        if (first.flatMap(Attempt::newest).isEmpty()) {
            return Cell.NOT_BEGUN;
        }
        var mark = marks.get(first.get().id());
        if (mark != null) {
            return new Cell(mark.released() ? "released" : "marked", mark.points());
        }
        return new Cell(first.get().submittedAt().isPresent() ? "submitted" : "saved", null);
    }
}
