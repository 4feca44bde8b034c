package io.skipway.courseware.files;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ids that an author gives to the parts of a question. */
final class Ids {
    private Ids() {}

    static String read(YamlMap part, String key) {
        var id = part.text(key);
        if (!id.isEmpty() && !id.matches("[a-z0-9-]{1,32}")) {
            part.problem(part.line(key), "An id has small letters, digits and hyphens, 32 at most: " + id);
        }
        return id;
    }

    /** All of them; one that stands twice is a problem of the list. */
    static Set<String> of(YamlMap file, String list, List<String> ids) {
        var different = new HashSet<String>();
        ids.forEach(id -> {
            if (!different.add(id)) {
                file.problem(file.line(list), "Two entries of \"%s\" have the id \"%s\".".formatted(list, id));
            }
        });
        return different;
    }
}
