package io.skipway.courseware.files;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** What the whole course must agree on: ids that are used once, and no file that nobody names. */
final class CourseNames {
    private static final Pattern LAYOUT = Pattern.compile("course\\.yaml|" + DataFolder.LAYOUT + "|" + QuizFolder.LAYOUT
            + "|[a-z0-9-]+/(lesson\\.(ko|en)\\.md|(questions|labs)/[a-z0-9-]+\\.yaml)");

    private final Map<String, String> questions = new HashMap<>();
    private final Map<String, String> labs = new HashMap<>();

    /** Whether a path can be a file of a course. */
    static boolean possible(String path) {
        return path.length() <= 200 && LAYOUT.matcher(path).matches();
    }

    void question(String id, String path, Report report) {
        once(questions, "question", id, path, report);
    }

    void lab(String id, String path, Report report) {
        once(labs, "lab", id, path, report);
    }

    private static void once(Map<String, String> taken, String what, String id, String path, Report report) {
        var other = taken.putIfAbsent(id, path);
        if (other != null && !other.equals(path)) {
            report.add(path, 1, "The %s \"%s\" is also in %s. Rename one.".formatted(what, id, other));
        }
    }

    void unknownFiles(SortedMap<String, String> files, List<String> lessons, Report report) {
        var listed = new HashSet<>(lessons);
        listed.add(QuizFolder.BANK);
        for (var path : files.keySet()) {
            if (!possible(path)) {
                report.add(path, 1, "This is no file of a course. See the layout in the manual, or remove it.");
            } else if (path.contains("/") && listed.contains(path.substring(0, path.indexOf('/')))) {
                var id = path.substring(path.lastIndexOf('/') + 1).replace(".yaml", "");
                var bank = path.startsWith(QuizFolder.BANK + "/");
                var names = path.contains("/questions/") ? questions : labs;
                // A question of a lesson is meant before one of the bank that has its name.
                var unused = bank ? !path.equals(names.get(id)) : path.endsWith(".yaml") && !names.containsKey(id);
                if (unused) {
                    report.add(
                            path,
                            1,
                            "Nothing in the %s names this file. Place it, or remove it."
                                    .formatted(bank ? "quizzes" : "lesson"));
                }
            }
        }
    }
}
