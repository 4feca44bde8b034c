package io.skipway.lab.engine;

import io.skipway.lab.Architectures;
import io.skipway.lab.Bottleneck;
import io.skipway.lab.Experiment;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Measurement;
import io.skipway.lab.Stacked3x3;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The reference engine: every experiment on DL4J's {@code ComputationGraph}, one thread each. The native library loads with
 * the first experiment, on the thread that computes it; asking for version or kernel loads nothing.
 */
@Lazy
@Component
class GraphEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(GraphEngine.class);

    private final Path natives;

    GraphEngine(@Value("${skipway.home}") Path home) {
        this.natives = home.resolve("native");
    }

    @Override
    public String version() {
        return "DL4J 1.0.0-M2.1";
    }

    @Override
    public String kernel() {
        return NativeLibrary.kernel();
    }

    @Override
    public void run(Experiment experiment, Progress progress) {
        guarded(progress, () -> {
            switch (experiment) {
                case GradientFlow it -> new GradientFlows(it).run(it.steps(), progress);
                case IdentityTerm it -> progress.measured(new IdentityTerms(it).measure());
                case Bottleneck it -> new InceptionModules(it).time(progress);
                case Stacked3x3 it -> ReceptiveFields.run(it, progress);
                case Architectures it -> progress.measured(PublishedNetworks.compare(it));
            }
        });
    }

    @Override
    public List<Measurement> explore(Experiment experiment) {
        var measured = new ArrayList<Measurement>();
        var progress = new Progress() {
            @Override
            public void measured(Measurement measurement) {
                measured.add(measurement);
            }

            @Override
            public boolean cancelled() {
                return Thread.currentThread().isInterrupted();
            }
        };
        guarded(progress, () -> {
            switch (experiment) {
                case GradientFlow it -> new GradientFlows(it).run(0, progress);
                case IdentityTerm it -> progress.measured(new IdentityTerms(it).measure());
                case Bottleneck it -> progress.measured(new InceptionModules(it).costs());
                case Stacked3x3 it -> ReceptiveFields.run(it, progress);
                case Architectures it -> progress.measured(PublishedNetworks.compare(it));
            }
        });
        return List.copyOf(measured);
    }

    /** What goes wrong in the library is the engine's failure; what the listener throws is the listener's own. */
    private void guarded(Progress progress, Runnable work) {
        try {
            NativeLibrary.load(natives);
            work.run();
        } catch (EngineFailure | ExperimentRejected e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw failure("out-of-memory", e);
        } catch (LinkageError e) {
            throw failure("native-error", e);
        } catch (RuntimeException | Error e) {
            if (progress.cancelled() || !isLibrary(e)) {
                throw e;
            }
            throw failure(String.valueOf(e.getMessage()).contains("allocate") ? "out-of-memory" : "internal", e);
        }
    }

    /** Whether it was thrown beneath this package rather than by who listens. */
    private static boolean isLibrary(Throwable e) {
        for (var frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("io.skipway.")) {
                return frame.getClassName().startsWith(GraphEngine.class.getPackageName());
            }
        }
        return true;
    }

    private static EngineFailure failure(String code, Throwable cause) {
        LOG.atError().addKeyValue("code", code).setCause(cause).log("the network library failed");
        var failure = new EngineFailure(code, Map.of());
        failure.initCause(cause);
        return failure;
    }
}
