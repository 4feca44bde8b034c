package io.skipway.lab;

import io.skipway.identity.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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

    /** Whoever waits asks every second, so a reader who left is not computed for any longer. */
    private static final long LEFT = Duration.ofSeconds(15).toNanos();

    private static final class Task {
        private final RunId run;
        private final CompletableFuture<Verification> answer = new CompletableFuture<>();
        private volatile long asked = System.nanoTime();

        private Task(RunId run) {
            this.run = run;
        }

        private boolean forgotten(long now) {
            return answer.isDone() && now - asked > PATIENCE;
        }

        private boolean unwanted() {
            return answer.isDone() || System.nanoTime() - asked > LEFT;
        }
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("verifier").factory());
    private final Map<UserId, Task> tasks = new HashMap<>();

    /**
     * Starts it, unless that person has asked for it before.
     *
     * @param work is told whether anybody still waits for it
     * @throws ExperimentRejected {@code busy} if too many people wait, or what the work throws
     */
    synchronized Verified ask(UserId who, RunId run, Function<BooleanSupplier, Verification> work) {
        var now = System.nanoTime();
        tasks.values().removeIf(task -> task.forgotten(now));
        var task = tasks.get(who);
        if (task == null || !task.run.equals(run) || (!task.answer.isDone() && task.unwanted())) {
            if (task == null && tasks.size() >= MOST) {
                throw new ExperimentRejected("busy", Map.of("waitSeconds", 10));
            }
            if (task != null) {
                task.answer.cancel(false);
            }
            var next = new Task(run);
            task = next;
            tasks.put(who, next);
            thread.execute(() -> compute(next, work));
        }
        task.asked = now;
        if (!task.answer.isDone()) {
            return new Verified(null);
        }
        tasks.remove(who);
        try {
            return new Verified(task.answer.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What nobody waits for any more is not begun. */
    private static void compute(Task task, Function<BooleanSupplier, Verification> work) {
        if (!task.unwanted()) {
            try {
                task.answer.complete(work.apply(task::unwanted));
            } catch (Throwable e) {
                task.answer.completeExceptionally(e);
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
