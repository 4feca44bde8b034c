package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Problem;
import io.skipway.identity.CourseId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A course with one question, whose files are changed by the tests of its kind. */
abstract class QuestionScene {
    static final String QUESTION_FILE = "one/questions/q.yaml";

    final SortedMap<String, String> files = course();

    QuestionScene(String question, String lab, String sheet) {
        files.put(QUESTION_FILE, question);
        files.put("one/labs/%s.yaml".formatted(lab), sheet);
    }

    /** The files that a question stands in. */
    static SortedMap<String, String> course() {
        return new TreeMap<>(Map.of(
                "course.yaml",
                "title: {ko: 강의, en: Course}\nsummary: {ko: 요약, en: Summary}\nlessons: [one]\n",
                "one/lesson.ko.md",
                "# 제목\n\n::exercise{q}\n",
                "one/lesson.en.md",
                "# Title\n\n::exercise{q}\n"));
    }

    void replace(String what, String by) {
        var before = files.getOrDefault(QUESTION_FILE, "");
        assertThat(before).contains(what);
        files.put(QUESTION_FILE, before.replace(what, by));
    }

    CourseFiles.Parsed read() {
        return CourseFiles.read(new CourseId("test"), files);
    }

    List<String> problems() {
        return read().problems().stream().map(Problem::toString).toList();
    }
}
