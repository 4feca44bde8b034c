package io.skipway.courseware.files;

import io.skipway.courseware.Question;
import io.skipway.identity.CourseId;
import java.util.List;
import java.util.SortedMap;

/** A course with one question, as its file is changed by a test. */
final class QuestionSource {
    private final SortedMap<String, String> files = QuestionScene.course();
    private final String written;

    QuestionSource(String written) {
        this.written = written;
        files.put(QuestionScene.QUESTION_FILE, written);
    }

    /** The file as it was written first, with one place changed. */
    QuestionSource with(String old, String now) {
        if (!written.contains(old)) {
            throw new IllegalArgumentException("The file has no " + old);
        }
        files.put(QuestionScene.QUESTION_FILE, written.replace(old, now));
        return this;
    }

    /** Line and message of each problem in the question. */
    List<String> problems() {
        return read().problems().stream()
                .map(problem -> problem.line() + ": " + problem.message())
                .toList();
    }

    Question question() {
        return read().edition().question("q").orElseThrow();
    }

    private CourseFiles.Parsed read() {
        return CourseFiles.read(new CourseId("course"), files);
    }
}
