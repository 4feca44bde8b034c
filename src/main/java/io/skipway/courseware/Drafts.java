package io.skipway.courseware;

import io.skipway.courseware.files.CourseFiles;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes to a course that are not published yet: files laid over the newest edition. Every call asks that {@code who} is
 * an instructor of the course.
 */
@Service
public class Drafts {
    /** Of one file. */
    public static final int MOST_CHARACTERS = 200_000;

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
     * @param changed the paths that differ from the newest edition, those of removed files among them
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

    /** What became of the wish for a new file. */
    public sealed interface Created {
        record Made(Draft draft, String path) implements Created {}

        record Refused(NewFile.Refusal why) implements Created {}
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
        return put(who, course, path, content, at);
    }

    private Saved put(UserId who, CourseId course, String path, @Nullable String content, Instant at) {
        return files.put(course, path, content, who, at)
                ? new Saved.Kept(draft(course), at)
                : new Saved.Conflict(draft(course).files().getOrDefault(path, ""));
    }

    /** Begins a lesson, a question or a lab, and names it where the course will find it; all of that, or nothing. */
    @Transactional
    public Created create(UserId who, CourseId course, NewFile wanted) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        var now = draft(course).files();
        var refusal = Templates.refusal(now, wanted);
        if (refusal.isPresent()) {
            return new Created.Refused(refusal.get());
        }
        Templates.changes(now, wanted).forEach((path, content) -> files.put(course, path, content, who, Instant.now()));
        return new Created.Made(draft(course), wanted.path());
    }

    /**
     * Takes one file away.
     *
     * @param seen its content when the person chose so; where it is another now, the file stays
     * @throws IllegalArgumentException if it is {@code course.yaml}, without which there is no course
     */
    @Transactional
    public Saved remove(UserId who, CourseId course, String path, String seen) {
        enrolments.require(who, course, Role.INSTRUCTOR);
        if (path.equals("course.yaml")) {
            throw new IllegalArgumentException("A course needs its " + path);
        }
        var now = draft(course).files().getOrDefault(path, "");
        return now.equals(seen) ? put(who, course, path, null, Instant.now()) : new Saved.Conflict(now);
    }

    /** What would be wrong without a file that is not wrong now: whatever names it. */
    public List<Problem> dependents(UserId who, CourseId course, String path) {
        var draft = open(who, course);
        var without = new TreeMap<>(draft.files());
        without.remove(path);
        return CourseFiles.read(course, without).problems().stream()
                .filter(problem -> !draft.problems().contains(problem))
                .toList();
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
            var offered = editions.files(course, offer.id());
            draft(course).files().keySet().stream()
                    .filter(path -> !offered.containsKey(path))
                    .forEach(path -> files.put(course, path, null, who, Instant.now()));
            offered.forEach((path, content) -> files.put(course, path, content, who, Instant.now()));
        });
        return draft(course);
    }

    private Draft draft(CourseId course) {
        var published = editions.newest(course)
                .map(entry -> editions.files(course, entry.id()))
                .orElseGet(TreeMap::new);
        var all = new TreeMap<>(published);
        files.all(course).forEach((path, content) -> all.compute(path, (same, before) -> content));
        var changed = Stream.concat(all.keySet().stream(), published.keySet().stream())
                .filter(path -> !Objects.equals(all.get(path), published.get(path)))
                .distinct()
                .sorted()
                .toList();
        var parsed = CourseFiles.read(course, all);
        return new Draft(course, all, changed, parsed.edition(), parsed.problems());
    }
}
