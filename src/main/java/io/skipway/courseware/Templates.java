package io.skipway.courseware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** What a new lesson, question or lab begins with, and the lines by which the course names it. */
final class Templates {
    private Templates() {}

    /** Why the files of a course can't take a new one, if so. */
    static Optional<NewFile.Refusal> refusal(Map<String, String> files, NewFile wanted) {
        var longest = wanted.kind() == NewFile.Kind.QUIZ ? 39 : 63;
        if (!wanted.name().matches("[a-z0-9][a-z0-9-]{0,%d}".formatted(longest))) {
            return Optional.of(NewFile.Refusal.NAME);
        }
        if (wanted.taken(files.keySet())) {
            return Optional.of(NewFile.Refusal.TAKEN);
        }
        return !wanted.kind().inLesson() || files.keySet().containsAll(wanted.texts())
                ? Optional.empty()
                : Optional.of(NewFile.Refusal.LESSON);
    }

    /** The files that change: the new one, and those that name it, so that it has its place and no problem. */
    static SortedMap<String, String> changes(Map<String, String> files, NewFile wanted) {
        var changes = new TreeMap<String, String>();
        if (!wanted.kind().inLesson()) {
            var quiz = wanted.kind() == NewFile.Kind.QUIZ;
            if (quiz) {
                changes.put(wanted.path(), template("quiz.yaml").replace("{name}", wanted.name()));
                changes.put(wanted.first(), template("choice.yaml"));
            } else {
                wanted.texts().forEach(path -> changes.put(path, template(path.substring(path.indexOf('/') + 1))));
            }
            YamlSource.of(files.getOrDefault("course.yaml", ""))
                    .map(index -> index.add(List.of(quiz ? "quizzes" : "lessons"), wanted.name()))
                    .ifPresent(index -> changes.put("course.yaml", index.text()));
            return changes;
        }
        changes.put(wanted.path(), template(wanted.kind().id() + ".yaml").replace("{name}", wanted.name()));
        wanted.lab().ifPresent(lab -> changes.put(lab, template("sick.yaml")));
        for (var path : wanted.texts()) {
            changes.put(path, files.getOrDefault(path, "").stripTrailing() + "\n\n" + wanted.directive() + "\n");
        }
        return changes;
    }

    private static String template(String name) {
        try {
            return new ClassPathResource("templates/" + name, Templates.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A template is missing: " + name, e);
        }
    }
}
