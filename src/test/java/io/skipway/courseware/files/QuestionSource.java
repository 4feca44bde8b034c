package io.skipway.courseware.files;

import io.skipway.courseware.Question;
import io.skipway.identity.CourseId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A course with one question, as its file is changed by a test. */
final class QuestionSource {
    private final TreeMap<String, String> files = new TreeMap<>(Map.of(
            "course.yaml",
            "title: {ko: 강의, en: Course}\nsummary: {ko: 요약, en: Summary}\nlessons: [one]\n",
            "one/lesson.ko.md",
            "# 제목\n\n::exercise{q}\n",
            "one/lesson.en.md",
            "# Title\n\n::exercise{q}\n"));
    private final String written;

    QuestionSource(String written) {
        this.written = written;
        files.put("one/questions/q.yaml", written);
    }

    /** The file as it was written first, with one place changed. */
    QuestionSource with(String old, String now) {
        if (!written.contains(old)) {
            throw new IllegalArgumentException("The file has no " + old);
        }
        files.put("one/questions/q.yaml", written.replace(old, now));
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
