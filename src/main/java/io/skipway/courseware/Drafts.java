package io.skipway.courseware;

import io.skipway.courseware.files.CourseFiles;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes to a course that are not published yet: files laid over the newest edition. Every call asks that {@code who} is
 * an instructor of the course.
 */
@Service
public class Drafts {
    private static final int MOST_CHARACTERS = 200_000;

    private final DraftFiles files;
    private final Editions editions;
    private final Courses courses;
    private final Enrolments enrolments;

    Drafts(DraftFiles files, Editions editions, Courses courses, Enrolments enrolments) {
        this.files = files;
        this.editions = editions;
        this.courses = courses;
        this.enrolments = enrolments;
    }

    /**
     * A course as it would be published now.
     *
     * @param files all of them, by path
     * @param changed the paths that differ from the newest edition
     * @param edition as far as it can be read
     */
    public record Draft(
            CourseId course,
            SortedMap<String, String> files,
            List<String> changed,
            Edition edition,
            List<Problem> problems) {
        /** Names this state of the draft, for {@link Drafts#publish}. */
        public EditionId id() {
            return edition.id();
        }
    }

    /** What became of a file's save. */
    public sealed interface Saved {
        record Kept(Draft draft, Instant at) implements Saved {}

        /** Someone else saved the file since it was opened; {@code theirs} is what stands there now. */
        record Conflict(String theirs) implements Saved {}
    }

    /** What became of a publication. */
    public sealed interface Publication {
        record Published(Edition edition) implements Publication {}

        record Refused(List<Problem> problems) implements Publication {}

        /** The draft is another than the one that was looked at. */
        record Changed(Draft draft) implements Publication {}
    }

    public Draft open(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        return draft(course);
    }

    /**
     * Saves one file.
     *
     * @param seen the content on which the new one was written; empty for a new file
     * @throws IllegalArgumentException if the path is no file of a course, or the content is too long
     */
    @Transactional
    public Saved save(UserId who, CourseId course, String path, String seen, String content) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        if (!CourseFiles.possible(path) || content.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("No file of a course, or too long: " + path);
        }
        var now = draft(course).files().getOrDefault(path, "");
        if (!now.equals(seen) && !now.equals(content)) {
            return new Saved.Conflict(now);
        }
        var at = Instant.now();
        if (!files.put(course, path, content, who, at)) {
            return new Saved.Conflict(draft(course).files().getOrDefault(path, ""));
        }
        return new Saved.Kept(draft(course), at);
    }

    /** Publishes the draft as it was looked at: all of it, or nothing and the reasons. */
    @Transactional
    public Publication publish(UserId who, CourseId course, EditionId lookedAt) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        var draft = draft(course);
        if (!draft.id().equals(lookedAt)) {
            return new Publication.Changed(draft);
        }
        if (!draft.problems().isEmpty()) {
            return new Publication.Refused(draft.problems());
        }
        editions.keep(course, draft.files(), Editions.Origin.BROWSER, Instant.now());
        files.clear(course);
        courses.show(draft.edition());
        return new Publication.Published(draft.edition());
    }

    /** Throws all unpublished changes away. */
    @Transactional
    public void discard(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        files.clear(course);
    }

    /** Whether the folder has a change that waits to be taken. */
    public Optional<EditionId> offered(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        return editions.offered(course).map(Editions.Entry::id);
    }

    /** Makes the folder's change the draft; what was in the draft is replaced. */
    @Transactional
    public Draft takeOffered(UserId who, CourseId course) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        editions.offered(course).ifPresent(offer -> {
            files.clear(course);
            editions.files(course, offer.id())
                    .forEach((path, content) -> files.put(course, path, content, who, Instant.now()));
        });
        return draft(course);
    }

    private Draft draft(CourseId course) {
        var published = editions.newest(course)
                .map(entry -> editions.files(course, entry.id()))
                .orElseGet(TreeMap::new);
        var all = new TreeMap<>(published);
        all.putAll(files.all(course));
        var changed = all.entrySet().stream()
                .filter(file -> !file.getValue().equals(published.get(file.getKey())))
                .map(java.util.Map.Entry::getKey)
                .toList();
        var parsed = CourseFiles.read(course, all);
        return new Draft(course, all, changed, parsed.edition(), parsed.problems());
    }
}
