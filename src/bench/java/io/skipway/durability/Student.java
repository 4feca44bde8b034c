package io.skipway.durability;

import io.skipway.StudentOverHttp;
import io.skipway.StudentOverHttp.Reply;
import io.skipway.VaadinPage;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Someone at a browser: signs in again when asked to, and loads a page again that the server has forgotten. */
final class Student implements AutoCloseable {
    private static final String LESSON = "course/deep-cnn/depth";

    private final URI door;
    private final String name;
    private final ReentrantLock signing = new ReentrantLock();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable StudentOverHttp browser;
    private @Nullable VaadinPage page;
    private boolean forgotten;
    private String person = "";

    /** What a person had to do, and how often they were forgotten for a reason of their own. */
    final AtomicInteger signIns = new AtomicInteger();

    final AtomicInteger reloads = new AtomicInteger();
    final AtomicInteger expired = new AtomicInteger();

    Student(URI door, String name) {
        this.door = door;
        this.name = name;
    }

    /** Of the first sign-in. */
    String person() {
        return person;
    }

    void signIn(@Nullable StudentOverHttp refused) throws IOException, InterruptedException {
        signing.lockInterruptibly();
        try {
            if (browser == refused) {
                if (refused != null) {
                    browser = null;
                    refused.close();
                }
                var fresh = new StudentOverHttp(door, name, name + "-demo");
                person = fresh.user();
                browser = fresh;
                signIns.incrementAndGet();
            }
        } catch (AssertionError half) {
            throw new IOException(half);
        } finally {
            signing.unlock();
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return signedIn(student -> student.get(path));
    }

    /** With the name of the person whose words these are. */
    Reply post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        var whole = new HashMap<>(body);
        whole.put("user", person);
        return signedIn(student -> student.post(path, whole));
    }

    private interface Asking {
        Reply of(StudentOverHttp student) throws IOException, InterruptedException;
    }

    private Reply signedIn(Asking asking) throws IOException, InterruptedException {
        for (var tries = 0; tries < 5; tries++) {
            var student = browser;
            if (student != null) {
                var reply = asking.of(student);
                if (reply.status() != 401 && reply.status() != 403) {
                    return reply;
                }
            }
            signIn(student);
        }
        throw new IllegalStateException("Signed in, %s is refused".formatted(name));
    }

    void expire() {
        var student = browser;
        if (student != null) {
            expired.incrementAndGet();
            student.forget();
        }
    }

    /** Does something on the open page, and tells it of a submission; loads it again where the server does not know it. */
    void look(@Nullable Place submitted) throws IOException, InterruptedException {
        looking.lockInterruptibly();
        try {
            var student = browser;
            if (student == null || known(student, submitted)) {
                return;
            }
            var opened = new VaadinPage(student, LESSON);
            if (opened.exercises().isEmpty()) {
                throw new IOException("The lesson does not open: signed out in between");
            }
            page = opened;
            reloads.addAndGet(forgotten ? 1 : 0);
            forgotten = false;
        } catch (AssertionError signedOut) {
            throw new IOException(signedOut);
        } finally {
            looking.unlock();
        }
    }

    private boolean known(StudentOverHttp student, @Nullable Place submitted) throws IOException, InterruptedException {
        var open = page;
        if (open == null) {
            return false;
        }
        if (submitted == null
                ? open.alive(student)
                : open.submitted(student, submitted.exercise(), submitted.token())) {
            return true;
        }
        page = null;
        forgotten = true;
        return false;
    }

    @Override
    public void close() {
        var student = browser;
        if (student != null) {
            student.close();
        }
    }
}
