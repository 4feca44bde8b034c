package io.skipway.lab;

import io.skipway.lab.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Primary;

/** An engine whose numbers follow from seed and step, and which a test may tell to do something else. Imported, never scanned. */
@Primary
class FakeEngine implements Engine {
    final Queue<Experiment> started = new ConcurrentLinkedQueue<>();
    volatile String kernel = "none";
    volatile BiConsumer<Experiment, Progress> running = FakeEngine::steps;
    volatile Function<Experiment, List<Measurement>> exploring = experiment -> List.of(measured(experiment, 0));

    void reset() {
        started.clear();
        kernel = "none";
        running = FakeEngine::steps;
        exploring = experiment -> List.of(measured(experiment, 0));
    }

    @Override
    public String version(Experiment experiment) {
        return "fake 1";
    }

    @Override
    public String kernel() {
        return kernel;
    }

    @Override
    public void run(Experiment experiment, Progress progress) {
        started.add(experiment);
        running.accept(experiment, progress);
    }

    @Override
    public List<Measurement> explore(Experiment experiment) {
        return exploring.apply(experiment);
    }

    /** Says that all agrees to the last bits but one. */
    @Override
    public Verification verify(Experiment experiment, Duration budget, Progress progress) {
        run(experiment, progress);
        return new Verification(
                true, 1e-9, List.of(new Verification.Difference("loss", 1e-15)), 0, 0, 1, 3, 20, 0, false, null);
    }

    static void steps(Experiment experiment, Progress progress) {
        for (int step = 0; step <= ((GradientFlow) experiment).steps() && !progress.cancelled(); step++) {
            progress.measured(measured(experiment, step));
        }
    }

    static Measurement measured(Experiment experiment, int step) {
        var flow = (GradientFlow) experiment;
        var dh = Stream.iterate(1.0 + step, norm -> norm * flow.seed() / 7)
                .limit(flow.depth() + 1L)
                .toList();
        return new Measurement.Gradients(step, new Measurement.Profile(2.3, 0.1, dh, dh.subList(1, dh.size())), null);
    }

    static GradientFlow flow(long seed) {
        return flow(seed, 3);
    }

    static GradientFlow flow(long seed, int steps) {
        return new GradientFlow(
                4,
                8,
                Activation.TANH,
                Initialiser.XAVIER,
                0.05,
                Normalisation.NONE,
                Skip.IDENTITY,
                1,
                "digits",
                steps,
                0.1,
                seed);
    }
}
