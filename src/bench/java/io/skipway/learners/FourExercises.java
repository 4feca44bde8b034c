package io.skipway.learners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The course, with no more than four exercises in its lesson, and none of the files that only others of them name. */
final class FourExercises {
    private static final Set<String> FOUR =
            Set.of("uniform-3x3", "bottleneck-purpose", "predict-thirty", "identity-beyond-init");
    private static final Pattern EXERCISE = Pattern.compile("(?m)^::exercise\\{([^}]*)}$");

    private FourExercises() {}

    /** Copies what is taught to the folder. */
    static void teach(Path folder) throws IOException {
        var taught = Path.of("content");
        for (var file : files(taught)) {
            var copy = folder.resolve(taught.relativize(file));
            Files.createDirectories(copy.getParent());
            if (file.getFileName().toString().startsWith("lesson.")) {
                Files.writeString(
                        copy,
                        EXERCISE.matcher(Files.readString(file))
                                .replaceAll(found -> FOUR.contains(found.group(1)) ? "$0" : ""));
            } else {
                Files.copy(file, copy);
            }
        }
        var lesson = folder.resolve("deep-cnn/depth");
        for (var question : files(lesson.resolve("questions"))) {
            if (!FOUR.contains(id(question))) {
                Files.delete(question);
            }
        }
        for (var lab : files(lesson.resolve("labs"))) {
            if (!named(lab, lesson)) {
                Files.delete(lab);
            }
        }
    }

    private static boolean named(Path lab, Path lesson) throws IOException {
        var name = Pattern.compile("(?<![\\w-])" + Pattern.quote(id(lab)) + "(?![\\w-])");
        for (var file : files(lesson)) {
            if (!file.equals(lab) && name.matcher(Files.readString(file)).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\..*", "");
    }
}
