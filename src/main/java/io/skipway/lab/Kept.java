package io.skipway.lab;

import io.skipway.lab.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps in memory of what is measured as much as a run keeps in its rows, until its time is over. */
final class Kept implements Engine.Progress {
    private final long deadline;
    private final Thinning thinning = new Thinning();
    private final List<Run.Entry> entries = new ArrayList<>();
    private @Nullable Measurement heldBack;

    private final BooleanSupplier unwanted;

    /** @param unwanted whether nobody waits for it any more */
    Kept(Duration timeLimit, BooleanSupplier unwanted) {
        deadline = System.nanoTime() + timeLimit.toNanos();
        this.unwanted = unwanted;
    }

    @Override
    public void measured(Measurement measurement) {
        if (thinning.keeps()) {
            heldBack = null;
            add(measurement);
        } else {
            heldBack = measurement;
        }
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted() || System.nanoTime() > deadline || unwanted.getAsBoolean();
    }

    /** What a run would have kept at its end. */
    List<Run.Entry> entries() {
        if (heldBack != null) {
            add(heldBack);
            heldBack = null;
        }
        return List.copyOf(entries);
    }

    private void add(Measurement measurement) {
        entries.add(new Run.Entry(entries.size() + 1, measurement));
    }
}
