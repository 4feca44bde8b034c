package io.skipway.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a kill asks of people: how often they sign in and load the page again who were not signed out by themselves. */
final class Effort {
    private final Classroom room;
    private final List<int[]> before = new ArrayList<>();
    private final long start = System.nanoTime();

    /** Begins to count. */
    Effort(Classroom room) {
        this.room = room;
        room.students.forEach(student -> before.add(done(student)));
    }

    /** So far. */
    Sum sum() {
        var signedIn = 0;
        var reloaded = 0;
        var most = 0;
        for (var i = 0; i < before.size(); i++) {
            var then = before.get(i);
            var now = done(room.students.get(i));
            if (now[2] == then[2]) {
                signedIn += Math.min(1, now[0] - then[0]);
                reloaded += Math.min(1, now[1] - then[1]);
                most = Math.max(most, now[1] - then[1]);
            }
        }
        return new Sum((System.nanoTime() - start) / 1e9, signedIn, reloaded, most);
    }

    /**
     * Until everybody goes on.
     *
     * @param most reloads of one person
     */
    record Sum(double seconds, int signedIn, int reloaded, int most) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "everybody goes on after %.1f s, %d signed in again, %d loaded the page again (at most %d times)",
                    seconds,
                    signedIn,
                    reloaded,
                    most);
        }
    }

    private static int[] done(Student student) {
        return new int[] {student.signIns.get(), student.reloads.get(), student.expired.get()};
    }
}
