package io.skipway.courseware.files;

import io.skipway.courseware.Bank;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Problem;
import io.skipway.courseware.Words;
import io.skipway.identity.CourseId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * Reads a whole course from its files. The paths are relative to the course's folder, such as {@code course.yaml} and
 * {@code depth/questions/uniform-3x3.yaml}.
 */
public final class CourseFiles {
    private CourseFiles() {}

    /** A course as far as it could be read; it may be published only if there are no problems. */
    public record Parsed(Edition edition, List<Problem> problems) {}

    public static Parsed read(CourseId course, SortedMap<String, String> files) {
        var report = new Report();
        var names = new CourseNames();
        var data = DataFolder.read(files, report);
        var index = files.get("course.yaml");
        var title = new Words("", "");
        var summary = new Words("", "");
        var lessons = new ArrayList<Lesson>();
        var quizzes = new QuizFolder.Quizzes(Bank.NONE, List.of());
        if (index == null) {
            report.add("course.yaml", 1, "The course has no course.yaml. Write one with title, summary and lessons.");
        } else {
            var map = YamlFile.read("course.yaml", index, report);
            if (map.isPresent()) {
                var file = map.get();
                file.only("title", "summary", "lessons", "quizzes");
                title = file.words("title", UnaryOperator.identity());
                summary = file.words("summary", UnaryOperator.identity());
                var listed = file.texts("lessons");
                if (file.has("lessons") && listed.isEmpty()) {
                    file.problem(file.line("lessons"), "The course has no lesson. List one folder at least.");
                }
                if (listed.contains(QuizFolder.BANK)) {
                    file.problem(
                            file.line("lessons"),
                            "\"bank\" is the folder of the quizzes' questions. Name the lesson otherwise.");
                }
                for (var id : listed) {
                    new LessonFolder(id, files, data, report, names)
                            .lesson(file)
                            .ifPresent(lessons::add);
                }
                quizzes = new QuizFolder(files, data, report, names).read(file, lessons);
                names.unknownFiles(files, listed, report);
            }
        }
        var edition =
                new Edition(course, hash(files), title, summary, List.copyOf(lessons), quizzes.bank(), quizzes.all());
        return new Parsed(edition, report.problems());
    }

    /** The CSV files of a course by their names; for a course without problems. */
    public static SortedMap<String, String> data(SortedMap<String, String> files) {
        return DataFolder.contents(files);
    }

    /** Whether a path can be a file of a course. */
    public static boolean possible(String path) {
        return CourseNames.possible(path);
    }

    /** SHA-256 over paths and contents, each with its length before it so that no two sets of files run together. */
    public static EditionId hash(SortedMap<String, String> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                for (var part : List.of(path, content)) {
                    var bytes = part.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                }
            });
            return new EditionId(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
