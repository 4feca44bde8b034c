package io.skipway.courseware;

import io.skipway.identity.CourseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The courses that come as files: in the jar, or in the folder that {@code skipway.content} names. */
@Component
class ContentFolder {
    private final String place;

    ContentFolder(@Value("${skipway.content:}") String folder) {
        this.place = folder.isBlank() ? "classpath:/content/" : "file:" + folder.replaceFirst("/*$", "/");
    }

    /** The files of each course, by paths relative to the course's folder. */
    Map<CourseId, SortedMap<String, String>> courses() {
        var courses = new TreeMap<String, SortedMap<String, String>>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            var root = resolver.getResource(place).getURL().toString();
            for (var file : resolver.getResources(place + "**/*")) {
                var path = file.isReadable() ? relative(root, file.getURL().toString()) : "";
                var slash = path.indexOf('/');
                if (slash > 0 && !path.endsWith("/")) {
                    courses.computeIfAbsent(path.substring(0, slash), course -> new TreeMap<>())
                            .put(path.substring(slash + 1), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The courses can't be read from " + place, e);
        }
        var named = new LinkedHashMap<CourseId, SortedMap<String, String>>();
        courses.forEach((course, files) -> named.put(new CourseId(course), files));
        return named;
    }

    private static String relative(String root, String url) {
        return URLDecoder.decode(url.substring(root.length()), StandardCharsets.UTF_8);
    }
}
