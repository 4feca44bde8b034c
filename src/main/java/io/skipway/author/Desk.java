package io.skipway.author;

import io.skipway.courseware.Drafts;
import io.skipway.courseware.Drafts.Created;
import io.skipway.courseware.Drafts.Draft;
import io.skipway.courseware.Drafts.Publication;
import io.skipway.courseware.Drafts.Saved;
import io.skipway.courseware.NewFile;
import io.skipway.courseware.Problem;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The draft that one screen is working on: what it shows, and what it has saved. Those who watch hear of every change. */
final class Desk {
    private final Drafts drafts;
    private final UserId me;
    private final CourseId course;
    private final List<Runnable> watchers = new ArrayList<>();
    /** What a conflict kept back, by path, so that it is not lost with the field. */
    private final Map<String, String> mine = new HashMap<>();

    private Draft draft;
    private Optional<Instant> savedAt = Optional.empty();

    Desk(Drafts drafts, UserId me, CourseId course) {
        this.drafts = drafts;
        this.me = me;
        this.course = course;
        this.draft = drafts.open(me, course);
    }

    CourseId course() {
        return course;
    }

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    Draft draft() {
        return draft;
    }

    Optional<Instant> savedAt() {
        return savedAt;
    }

    String text(String path) {
        return draft.files().getOrDefault(path, "");
    }

    /** What I wrote where someone else was faster. */
    Optional<String> mine(String path) {
        return Optional.ofNullable(mine.get(path));
    }

    /** Saves at once; where someone else saved the file meanwhile, both texts are kept and the person is asked. */
    void save(String path, String text) {
        if (mine.containsKey(path)) {
            mine.put(path, text);
            return;
        }
        switch (drafts.save(me, course, path, text(path), text)) {
            case Saved.Kept(var kept, var at) -> kept(kept, at);
            case Saved.Conflict(var theirs) -> {
                mine.put(path, text);
                draft = drafts.open(me, course);
            }
        }
        tell();
    }

    Created create(NewFile wanted) {
        var created = drafts.create(me, course, wanted);
        if (created instanceof Created.Made(var made, var path)) {
            kept(made, Instant.now());
            tell();
        }
        return created;
    }

    /** What would have a problem without the file. */
    List<Problem> dependents(String path) {
        return drafts.dependents(me, course, path);
    }

    /** Takes a file away; false if it stays, since someone else changed it meanwhile. */
    boolean remove(String path) {
        var removed = drafts.remove(me, course, path, text(path));
        if (removed instanceof Saved.Kept(var without, var at)) {
            mine.remove(path);
            kept(without, at);
        } else {
            draft = drafts.open(me, course);
        }
        tell();
        return removed instanceof Saved.Kept;
    }

    private void kept(Draft now, Instant at) {
        draft = now;
        savedAt = Optional.of(at);
    }

    /** Ends a conflict with one of the two texts. */
    void settle(String path, boolean withMine) {
        var kept = mine.remove(path);
        if (withMine && kept != null) {
            save(path, kept);
        } else {
            tell();
        }
    }

    Publication publish() {
        var publication = drafts.publish(me, course, draft.id());
        draft = drafts.open(me, course);
        tell();
        return publication;
    }

    void discard() {
        drafts.discard(me, course);
        mine.clear();
        reopen(drafts.open(me, course));
    }

    boolean offered() {
        return drafts.offered(me, course).isPresent();
    }

    void takeOffered() {
        mine.clear();
        reopen(drafts.takeOffered(me, course));
    }

    private void reopen(Draft opened) {
        draft = opened;
        savedAt = Optional.empty();
        tell();
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }
}
