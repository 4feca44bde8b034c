package io.skipway.lab.engine;

import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells apart who broke: what goes wrong in an engine is the engine's failure; what the listener throws is its own. */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private Guard() {}

    static void run(Engine.Progress progress, Runnable work) {
        try {
            work.run();
        } catch (EngineFailure | ExperimentRejected e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw failure("out-of-memory", e);
        } catch (LinkageError e) {
            throw failure("native-error", e);
        } catch (RuntimeException | Error e) {
            if (progress.cancelled() || !isEngine(e)) {
                throw e;
            }
            throw failure(String.valueOf(e.getMessage()).contains("allocate") ? "out-of-memory" : "internal", e);
        }
    }

    /** All that the work measures, until it ends or this thread is interrupted. */
    static List<Measurement> gather(Consumer<Engine.Progress> work) {
        var measured = new ArrayList<Measurement>();
        var progress = new Engine.Progress() {
            @Override
            public void measured(Measurement measurement) {
                measured.add(measurement);
            }

            @Override
            public boolean cancelled() {
                return Thread.currentThread().isInterrupted();
            }
        };
        run(progress, () -> work.accept(progress));
        return List.copyOf(measured);
    }

    /** Whether it was thrown in this package or beneath it rather than by who listens. */
    private static boolean isEngine(Throwable e) {
        for (var frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("io.skipway.")) {
                return frame.getClassName().startsWith(Guard.class.getPackageName());
            }
        }
        return true;
    }

    private static EngineFailure failure(String code, Throwable cause) {
        LOG.atError().addKeyValue("code", code).setCause(cause).log("an engine failed");
        var failure = new EngineFailure(code, Map.of());
        failure.initCause(cause);
        return failure;
    }
}
