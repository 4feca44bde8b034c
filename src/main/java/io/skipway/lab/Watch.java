package io.skipway.lab;

import io.skipway.lab.engine.Engine;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Watches over one execution: keeps what it measures, and says when it must stop and why. */
final class Watch implements Engine.Progress {
    /** Asked between batches, the store must not be what takes the time. */
    private static final long LOOK_EVERY = Duration.ofMillis(50).toNanos();

    /** Why an execution stops before its end. */
    enum Stop {
        /** The run was cancelled, or another execution has claimed it. */
        TAKEN,
        TIME_LIMIT,
        SHUTDOWN
    }

    private final Job job;
    private final Runs runs;
    private final Measurements measurements;
    private final BooleanSupplier shuttingDown;
    private final long deadline;
    private final Thinning thinning = new Thinning();
    private long looked = System.nanoTime();
    private int sequence;
    private @Nullable Measurement heldBack;
    private @Nullable Stop stop;

    Watch(Job job, Runs runs, Measurements measurements, Duration timeLimit, BooleanSupplier shuttingDown) {
        this.job = job;
        this.runs = runs;
        this.measurements = measurements;
        this.shuttingDown = shuttingDown;
        this.deadline = looked + timeLimit.toNanos();
    }

    @Override
    public void measured(Measurement measurement) {
        if (thinning.keeps()) {
            heldBack = null;
            write(measurement);
        } else {
            heldBack = measurement;
        }
    }

    @Override
    public boolean cancelled() {
        long now = System.nanoTime();
        if (stop != null) {
            return true;
        }
        if (now > deadline) {
            stop = Stop.TIME_LIMIT;
        } else if (shuttingDown.getAsBoolean()) {
            stop = Stop.SHUTDOWN;
        } else if (now - looked > LOOK_EVERY) {
            looked = now;
            stop = runs.holds(job) ? null : Stop.TAKEN;
        }
        return stop != null;
    }

    @Nullable
    Stop stop() {
        return stop;
    }

    /** Keeps the last measurement, if it was thinned out: what a run ends with is always seen. */
    void end() {
        if (heldBack != null) {
            write(heldBack);
            heldBack = null;
        }
    }

    private void write(Measurement measurement) {
        if (stop != Stop.TAKEN && !measurements.add(job, ++sequence, measurement)) {
            stop = Stop.TAKEN;
        }
    }
}
