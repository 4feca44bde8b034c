package io.skipway.durability;

import static org.awaitility.Awaitility.await;

import io.skipway.StudentOverHttp.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** A class that answers as long as it is let, and the comparison of what it was told with what is there. */
final class Classroom implements AutoCloseable {
    private static final List<String> EXERCISES = List.of(
            "uniform-3x3",
            "skip-stabilises",
            "skip-stabilises",
            "identity-beyond-init",
            "identity-beyond-init",
            "predict-thirty",
            "repair-relus");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final List<Student> students = new ArrayList<>();
    private final Map<Place, Ledger> ledgers = new ConcurrentHashMap<>();
    private final Set<Student> heard = ConcurrentHashMap.newKeySet();
    private final ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final ReentrantReadWriteLock asking = new ReentrantReadWriteLock(true);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger aside = new AtomicInteger();
    private final AtomicInteger submitting = new AtomicInteger();
    private final AtomicInteger submissions = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger repetitions = new AtomicInteger();
    private volatile boolean over;

    /** Signs in so many students of the demo class, and lets them begin. */
    Classroom(URI door, int many) throws IOException, InterruptedException {
        for (var i = 1; i <= many; i++) {
            var student = new Student(door, "student" + i);
            student.signIn(null);
            students.add(student);
            EXERCISES.forEach(exercise -> tabs.execute(new Tab(this, student, exercise)));
        }
    }

    Ledger ledger(Place place) {
        return ledgers.computeIfAbsent(place, Ledger::new);
    }

    boolean over() {
        return over;
    }

    void failed(RuntimeException why) {
        failure.compareAndSet(null, why);
    }

    /** One exchange with the server, or null where the line broke; never while the class is held. */
    @Nullable
    Reply asked(Tab.Asking what) throws InterruptedException {
        asking.readLock().lockInterruptibly();
        try {
            return what.of();
        } catch (IOException broken) {
            return null;
        } finally {
            asking.readLock().unlock();
        }
    }

    /** Tells whether the line held. */
    boolean looks(Student student, @Nullable Place submitted) throws InterruptedException {
        asking.readLock().lockInterruptibly();
        try {
            student.look(submitted);
            return true;
        } catch (IOException broken) {
            return false;
        } finally {
            asking.readLock().unlock();
        }
    }

    void acknowledged(Student student) {
        acknowledged.incrementAndGet();
        heard.add(student);
    }

    void keptAside() {
        aside.incrementAndGet();
    }

    void submitting(int more) {
        submitting.addAndGet(more);
    }

    void submitted() {
        submissions.incrementAndGet();
    }

    void refused() {
        refusals.incrementAndGet();
    }

    void repeats() {
        repetitions.incrementAndGet();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Waits for so many more receipts. */
    void write(int more) {
        var target = acknowledged.get() + more;
        until(() -> acknowledged.get() >= target);
    }

    /** Waits until each student has a new receipt. */
    void everybodyWrites() {
        heard.clear();
        until(() -> heard.size() == students.size());
    }

    /** Waits for a submission under way. */
    void somebodySubmits() {
        until(() -> submitting.get() > 0);
    }

    /** Each student turns to the lesson that they have open, until it is alive; who is signed out signs in before. */
    void everybodyLooks() {
        var there = new HashSet<Student>();
        until(() -> {
            for (var student : students) {
                if (!there.contains(student)
                        && asked(() -> student.get("api/session")) != null
                        && looks(student, null)) {
                    there.add(student);
                }
            }
            return there.size() == students.size();
        });
    }

    private void until(Callable<Boolean> met) {
        await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> met.call() || failure.get() != null);
        throwFailure();
    }

    private void throwFailure() {
        var failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("A tab met what it should not", failed);
        }
    }

    /** What is done while nobody asks anything. */
    interface Work<T> {
        T done() throws Exception;
    }

    <T> T held(Work<T> work) throws Exception {
        asking.writeLock().lock();
        try {
            return work.done();
        } finally {
            asking.writeLock().unlock();
        }
    }

    /** Holds the ledgers against the rows; the class is held. */
    List<Fault> check(Map<Place, Stored> stored) {
        throwFailure();
        var faults = new ArrayList<Fault>();
        ledgers.forEach((place, ledger) -> faults.addAll(ledger.check(stored.getOrDefault(place, new Stored()))));
        var unknown = new HashSet<>(stored.keySet());
        unknown.removeAll(ledgers.keySet());
        unknown.forEach(place -> faults.add(new Fault(Fault.Kind.STALE_APPLIED, place, "nobody answered here")));
        return faults;
    }

    /** Asks the server for every attempt's newest answer: it must be the last row, and submitted what is submitted there. */
    List<Fault> checkServed(Map<Place, Stored> stored) {
        var faults = new ArrayList<Fault>();
        for (var student : students) {
            for (var place : ledgers.keySet()) {
                if (place.person().equals(student.person())
                        && !served(answer(student, place), stored.getOrDefault(place, new Stored()))) {
                    faults.add(new Fault(Fault.Kind.LOST, place, "is not served as it is stored"));
                }
            }
        }
        return faults;
    }

    /** A line from before the kill may still have to break. */
    private static Reply answer(Student student, Place place) {
        return await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> student.get(place.answers()), reply -> true);
    }

    private static boolean served(Reply reply, Stored stored) {
        var state = reply.body();
        if (reply.status() != 200 || state.get("sequence").asLong() != stored.rows.size()) {
            return false;
        }
        var submitted = state.get("submittedAt");
        var at = submitted.isNull() ? null : Instant.parse(submitted.asString());
        var same = Objects.equals(at, stored.submittedAt);
        if (stored.rows.isEmpty()) {
            return same;
        }
        var last = stored.rows.getLast();
        return same
                && state.get("writeId").asString().equals(last.writeId())
                && state.get("hash").asString().equals(last.hash())
                && state.get("response").equals(last.response())
                && Instant.parse(state.get("savedAt").asString()).equals(last.savedAt());
    }

    @Override
    public String toString() {
        return "acknowledged=%d kept_aside=%d submitted=%d not_submittable=%d repeated=%d sign_ins=%d reloads=%d"
                .formatted(
                        acknowledged.get(),
                        aside.get(),
                        submissions.get(),
                        refusals.get(),
                        repetitions.get(),
                        students.stream()
                                .mapToInt(student -> student.signIns.get())
                                .sum(),
                        students.stream()
                                .mapToInt(student -> student.reloads.get())
                                .sum());
    }

    @Override
    public void close() {
        over = true;
        tabs.shutdownNow();
        students.forEach(Student::close);
        tabs.close();
    }
}
