package io.skipway.courseware.files;

import io.skipway.courseware.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems found so far in the files of one course. */
final class Report {
    private final List<Problem> problems = new ArrayList<>();

    void add(String path, int line, String message) {
        problems.add(new Problem(path, line, message));
    }

    List<Problem> problems() {
        // Both languages name the same files.
        return problems.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Problem::path).thenComparing(Problem::line))
                .toList();
    }
}
