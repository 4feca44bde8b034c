package io.skipway.courseware;

import io.skipway.courseware.files.CourseFiles;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The published editions, held in memory. At the start the folder's courses are published if they are new; once a course
 * was edited in the browser the store leads, and a change of the folder is only offered to its instructors.
 */
@Service
public class Courses implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Courses.class);

    /** Editions that some attempt began with and that are no longer the newest, held at once for all courses. */
    private static final int MOST_OLDER = 50;

    private final Editions editions;
    private final ContentFolder folder;
    private final Enrolments enrolments;
    private final Map<CourseId, Edition> newest = new ConcurrentHashMap<>();
    private final Map<EditionId, Edition> older = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EditionId, Edition> leastUsed) {
            return size() > MOST_OLDER;
        }
    });
    private final Map<CourseId, List<Problem>> problems = new ConcurrentHashMap<>();

    Courses(Editions editions, ContentFolder folder, Enrolments enrolments) {
        this.editions = editions;
        this.folder = folder;
        this.enrolments = enrolments;
    }

    /** Every course that has an edition; for set-up screens, which show titles only. */
    public List<Edition> all() {
        return newest.values().stream()
                .sorted(java.util.Comparator.comparing(
                        edition -> edition.course().value()))
                .toList();
    }

    /** The newest edition; the caller has asked for the right to see it, and shows no key. */
    public Optional<Edition> newest(CourseId course) {
        return Optional.ofNullable(newest.get(course));
    }

    /**
     * An edition that an attempt began with.
     *
     * @throws IllegalArgumentException if there never was such an edition
     */
    public Edition edition(CourseId course, EditionId id) {
        var current = newest.get(course);
        if (current != null && current.id().equals(id)) {
            return current;
        }
        return older.computeIfAbsent(id, absent -> load(course, id));
    }

    public Question question(QuestionRef ref) {
        return edition(ref.course(), ref.edition())
                .question(ref.question())
                .orElseThrow(() -> new IllegalArgumentException("No such question: " + ref));
    }

    /** What is wrong with the files of a course; for its instructors. */
    public List<Problem> problems(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        return problems.getOrDefault(course, List.of());
    }

    @Override
    public void afterSingletonsInstantiated() {
        folder.courses().forEach(this::take);
        refresh();
    }

    /** Another node may have published. */
    @Scheduled(fixedDelay = 5000, initialDelay = 5000)
    void refresh() {
        editions.newest().forEach((course, id) -> {
            var current = newest.get(course);
            if (current == null || !current.id().equals(id)) {
                show(load(course, id));
            }
        });
    }

    void show(Edition edition) {
        newest.put(edition.course(), edition);
        LOG.atInfo()
                .addKeyValue("course", edition.course())
                .addKeyValue("edition", edition.id())
                .log("serves an edition");
    }

    private void take(CourseId course, SortedMap<String, String> files) {
        var id = CourseFiles.hash(files);
        if (editions.has(course, id)) {
            return;
        }
        var parsed = CourseFiles.read(course, files);
        if (!parsed.problems().isEmpty()) {
            problems.put(course, parsed.problems());
            parsed.problems().forEach(problem -> LOG.error("{}/{}", course, problem));
            return;
        }
        var browserLeads = editions.newest(course)
                .filter(entry -> entry.origin() == Editions.Origin.BROWSER)
                .isPresent();
        editions.keep(course, files, browserLeads ? Editions.Origin.OFFERED : Editions.Origin.FOLDER, Instant.now());
    }

    private Edition load(CourseId course, EditionId id) {
        var files = editions.files(course, id);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("No edition %s of %s".formatted(id, course));
        }
        // What was published had no problems; a stricter parser of a later version still reads it.
        return CourseFiles.read(course, files).edition();
    }
}
