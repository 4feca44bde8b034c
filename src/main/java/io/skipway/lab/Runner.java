package io.skipway.lab;

import io.micrometer.core.instrument.MeterRegistry;
import io.skipway.lab.engine.Engine;
import io.skipway.lab.engine.EngineFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes a run from the queue to its end, on a worker's thread. Whatever goes wrong in the engine is the run's result. */
@Component
class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    /** The server stops; the run is put back and starts again, here or on another node. */
    static final class PutBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Nothing is broken, so there is no trace to read. */
        PutBack() {
            super("the server stops, the run goes back into the queue", null, false, false);
        }
    }

    private final Runs runs;
    private final Measurements measurements;
    private final Replays replays;
    private final ObjectProvider<Engine> engine;
    private final LabSettings settings;
    private final DataFiles data;
    private final Clock clock;
    private final MeterRegistry meters;

    Runner(
            Runs runs,
            Measurements measurements,
            Replays replays,
            ObjectProvider<Engine> engine,
            LabSettings settings,
            DataFiles data,
            ObjectProvider<Clock> clock,
            MeterRegistry meters) {
        this.runs = runs;
        this.measurements = measurements;
        this.replays = replays;
        this.engine = engine;
        this.settings = settings;
        this.data = data;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.meters = meters;
    }

    /**
     * Runs it, unless it was cancelled or finished meanwhile.
     *
     * @throws PutBack if the server shuts down
     * @throws DataAccessException if the store can't be reached; it is tried again
     */
    void execute(RunId run, BooleanSupplier shuttingDown) {
        runs.claim(run, UUID.randomUUID()).ifPresent(job -> {
            measurements.clear(job);
            execute(job, new Watch(job, runs, measurements, settings.timeLimit(), shuttingDown));
        });
    }

    /** Ends a run as failed that was tried and could not even be told so. */
    void giveUp(RunId run) {
        runs.giveUp(run, new Run.Failure("internal", Map.of()), clock.instant());
        LOG.atError()
                .addKeyValue("run", run)
                .addKeyValue("state", Run.State.FAILED)
                .log("Run given up");
    }

    private void execute(Job job, Watch watch) {
        long start = System.nanoTime();
        var failure = compute(job, watch);
        var took = Duration.ofNanos(System.nanoTime() - start);
        if (watch.stop() == Watch.Stop.SHUTDOWN) {
            runs.putBack(job);
            throw new PutBack();
        }
        if (watch.stop() == Watch.Stop.TIME_LIMIT) {
            failure = new Run.Failure(
                    "time-limit", Map.of("seconds", settings.timeLimit().toSeconds()));
        }
        tell(job, finish(job, watch, failure, took), took);
    }

    private Run.@Nullable Failure compute(Job job, Watch watch) {
        try {
            return data.with(job.experiment(), () -> {
                engine.getObject().run(job.experiment(), watch);
                return null;
            });
        } catch (DataAccessException e) {
            // Ours, not the engine's: what it measured could not be written.
            throw e;
        } catch (EngineFailure e) {
            return new Run.Failure(e.code(), e.details());
        } catch (Throwable e) {
            if (watch.stop() == null) {
                LOG.atError().addKeyValue("run", job.run()).setCause(e).log("Run broke");
            }
            return new Run.Failure(code(e), Map.of());
        }
    }

    private static String code(Throwable e) {
        return switch (e) {
            case OutOfMemoryError _ -> "out-of-memory";
            case LinkageError _ -> "native-error";
            default -> "internal";
        };
    }

    /** Gives the state in which the run is now; empty words if another execution has it. */
    private String finish(Job job, Watch watch, Run.@Nullable Failure failure, Duration took) {
        if (watch.stop() != Watch.Stop.TAKEN) {
            watch.end();
            var state = failure == null ? Run.State.DONE : Run.State.FAILED;
            var comparison = failure == null ? replays.compare(job) : null;
            if (runs.finish(job, state, failure, comparison, clock.instant(), took)) {
                return state.name();
            }
        }
        return runs.find(job.run())
                .map(Run::state)
                .filter(state -> state == Run.State.CANCELLED)
                .map(Run.State::name)
                .orElse("SUPERSEDED");
    }

    private void tell(Job job, String state, Duration took) {
        meters.timer("skipway.run", "kind", job.kind(), "state", state).record(took);
        LOG.atInfo()
                .addKeyValue("run", job.run())
                .addKeyValue("kind", job.kind())
                .addKeyValue("person", job.requestedBy())
                .addKeyValue("state", state)
                .addKeyValue("millis", took.toMillis())
                .addKeyValue("digest", job.digest())
                .log("Run ended");
    }
}
