package io.skipway.learners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The course, with no more than four exercises in its lesson. */
final class FourExercises {
    private static final Pattern OTHER = Pattern.compile(
            "(?m)^::exercise\\{(?!uniform-3x3|bottleneck-purpose|predict-thirty|identity-beyond-init)[^}]*}$");

    private FourExercises() {}

    /** Copies what is taught to the folder. */
    static void teach(Path folder) throws IOException {
        var taught = Path.of("content");
        try (var files = Files.walk(taught)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(taught.relativize(file));
                Files.createDirectories(copy.getParent());
                if (file.getFileName().toString().startsWith("lesson.")) {
                    Files.writeString(
                            copy, OTHER.matcher(Files.readString(file)).replaceAll(""));
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
