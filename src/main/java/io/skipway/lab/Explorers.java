package io.skipway.lab;

import io.skipway.identity.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Computes what a slider asks for, on a few threads of its own. Of each person one exploration is computed and one waits;
 * a newer one takes the place of the one that waits.
 */
@Component
class Explorers implements DisposableBean {
    private record Request(UserId who, Supplier<List<Measurement>> work, CompletableFuture<List<Measurement>> answer) {}

    private final ExecutorService threads;
    private final int mayWait;
    private final Duration patience;
    private final Map<UserId, Request> waiting = new LinkedHashMap<>();
    private final Set<UserId> computing = new HashSet<>();

    Explorers(LabSettings settings) {
        threads = Executors.newFixedThreadPool(
                settings.explorers(),
                Thread.ofPlatform().daemon().name("explorer-", 1).factory());
        mayWait = settings.exploreWaiting();
        patience = settings.exploreTimeLimit();
    }

    /**
     * Waits for the answer.
     *
     * @throws ExperimentRejected {@code superseded} by a newer one of the same person, or {@code busy}
     */
    List<Measurement> explore(UserId who, Supplier<List<Measurement>> work) {
        var request = new Request(who, work, new CompletableFuture<>());
        add(request);
        threads.execute(this::work);
        try {
            return request.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            withdraw(request);
            throw busy();
        } catch (InterruptedException e) {
            withdraw(request);
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** How many people's explorations wait for a thread. */
    synchronized int waiting() {
        return waiting.size();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private synchronized void add(Request request) {
        if (waiting.size() >= mayWait && !waiting.containsKey(request.who())) {
            throw busy();
        }
        // It keeps the older one's place in the line.
        var older = waiting.put(request.who(), request);
        if (older != null) {
            older.answer().completeExceptionally(new ExperimentRejected("superseded", Map.of()));
        }
    }

    private synchronized void withdraw(Request request) {
        waiting.remove(request.who(), request);
    }

    /** Works until nothing is left that this thread may take; who puts in more starts another. */
    private void work() {
        for (var next = take(null); next != null; next = take(next)) {
            try {
                next.answer().complete(next.work().get());
            } catch (Throwable e) {
                next.answer().completeExceptionally(e);
            }
        }
    }

    /** The first who waits and is not being served already: one person never holds all threads. */
    private synchronized @Nullable Request take(@Nullable Request done) {
        if (done != null) {
            computing.remove(done.who());
        }
        for (var request : waiting.values()) {
            if (computing.add(request.who())) {
                waiting.remove(request.who());
                return request;
            }
        }
        return null;
    }

    private static ExperimentRejected busy() {
        return new ExperimentRejected("busy", Map.of("waitSeconds", 1));
    }
}
