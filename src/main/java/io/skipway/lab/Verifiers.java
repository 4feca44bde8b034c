package io.skipway.lab;

import io.skipway.identity.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Verifies runs on one thread of its own, beside the queue, so that no run waits for it. Of each person one verification is
 * under way, the one they asked for last. Whoever asks again is told how it stands, and what came of it once.
 */
@Component
class Verifiers implements DisposableBean {
    private static final int MOST = 32;
    /** Who does not ask for so long is not told any more. */
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();

    private record Task(RunId run, CompletableFuture<Verification> answer, long asked) {
        boolean forgotten(long now) {
            return answer.isDone() && now - asked > PATIENCE;
        }
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("verifier").factory());
    private final Map<UserId, Task> tasks = new HashMap<>();

    /**
     * Starts it, unless that person has asked for it before.
     *
     * @throws ExperimentRejected {@code busy} if too many people wait, or what the work throws
     */
    synchronized Verified ask(UserId who, RunId run, Supplier<Verification> work) {
        var now = System.nanoTime();
        tasks.values().removeIf(task -> task.forgotten(now));
        var task = tasks.get(who);
        if (task == null || !task.run().equals(run)) {
            if (task == null && tasks.size() >= MOST) {
                throw new ExperimentRejected("busy", Map.of("waitSeconds", 10));
            }
            if (task != null) {
                task.answer().cancel(false);
            }
            var answer = new CompletableFuture<Verification>();
            task = new Task(run, answer, now);
            thread.execute(() -> compute(answer, work));
        }
        tasks.put(who, new Task(run, task.answer(), now));
        if (!task.answer().isDone()) {
            return new Verified(null);
        }
        tasks.remove(who);
        try {
            return new Verified(task.answer().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What nobody waits for any more is not begun. */
    private static void compute(CompletableFuture<Verification> answer, Supplier<Verification> work) {
        if (!answer.isDone()) {
            try {
                answer.complete(work.get());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
