package io.skipway.lab.engine;

import io.skipway.lab.Architectures;
import io.skipway.lab.Bottleneck;
import io.skipway.lab.Degradation;
import io.skipway.lab.Experiment;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Health;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Landscape;
import io.skipway.lab.Lesion;
import io.skipway.lab.Measurement;
import io.skipway.lab.Remedies;
import io.skipway.lab.Stacked3x3;
import io.skipway.lab.Verification;
import io.skipway.lab.engine.stack.OpenBlas;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The reference engine: every experiment on DL4J's {@code ComputationGraph}, one thread each. The network library loads with
 * the first experiment, on the thread that computes it.
 */
final class GraphEngine implements Engine {
    private final Path natives;

    /** @param natives where the library's files are unpacked */
    GraphEngine(Path natives) {
        this.natives = natives;
    }

    @Override
    public String version(Experiment experiment) {
        return "DL4J 1.0.0-M2.1";
    }

    @Override
    public String kernel() {
        return OpenBlas.load(natives).kernel();
    }

    @Override
    public void run(Experiment experiment, Progress progress) {
        Guard.run(progress, () -> compute(experiment, false, progress));
    }

    @Override
    public List<Measurement> explore(Experiment experiment) {
        return Guard.gather(progress -> compute(experiment, true, progress));
    }

    @Override
    public Verification verify(Experiment experiment, Duration budget, Progress progress) {
        throw new ExperimentRejected("is-reference", Map.of());
    }

    private void compute(Experiment experiment, boolean start, Progress progress) {
        NativeLibrary.load(natives);
        switch (experiment) {
            case IdentityTerm it -> progress.measured(new IdentityTerms(it).measure());
            case Bottleneck it when start -> progress.measured(new InceptionModules(it).costs());
            case Bottleneck it -> new InceptionModules(it).time(progress);
            case Stacked3x3 it -> ReceptiveFields.run(it, progress);
            case Architectures it -> progress.measured(PublishedNetworks.compare(it));
            case GradientFlow _, Remedies _, Degradation _, Lesion _, Landscape _, Health _ -> {
                try (var networks = new GraphNetworks()) {
                    Trainings.run(experiment, start, networks, progress);
                }
            }
        }
    }
}
