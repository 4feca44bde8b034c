package io.skipway.lab.engine;

import io.skipway.lab.Architectures;
import io.skipway.lab.Bottleneck;
import io.skipway.lab.Degradation;
import io.skipway.lab.Experiment;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Health;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Landscape;
import io.skipway.lab.Lesion;
import io.skipway.lab.Measurement;
import io.skipway.lab.Remedies;
import io.skipway.lab.Stacked3x3;
import io.skipway.lab.engine.stack.OpenBlas;
import java.nio.file.Path;
import java.util.List;

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
        Guard.run(progress, () -> {
            NativeLibrary.load(natives);
            switch (experiment) {
                case GradientFlow it -> flows(it).run(it.steps(), progress);
                case IdentityTerm it -> progress.measured(new IdentityTerms(it).measure());
                case Bottleneck it -> new InceptionModules(it).time(progress);
                case Stacked3x3 it -> ReceptiveFields.run(it, progress);
                case Architectures it -> progress.measured(PublishedNetworks.compare(it));
                case Remedies _, Degradation _, Lesion _, Landscape _, Health _ -> throw noStack();
            }
        });
    }

    @Override
    public List<Measurement> explore(Experiment experiment) {
        return Guard.gather(progress -> {
            NativeLibrary.load(natives);
            switch (experiment) {
                case GradientFlow it -> flows(it).run(0, progress);
                case IdentityTerm it -> progress.measured(new IdentityTerms(it).measure());
                case Bottleneck it -> progress.measured(new InceptionModules(it).costs());
                case Stacked3x3 it -> ReceptiveFields.run(it, progress);
                case Architectures it -> progress.measured(PublishedNetworks.compare(it));
                case Remedies _, Degradation _, Lesion _, Landscape _, Health _ -> throw noStack();
            }
        });
    }

    /** What looks into a training step by step is computed by the other engine alone. */
    private static IllegalArgumentException noStack() {
        return new IllegalArgumentException("Only the stack engine computes this");
    }

    private static GradientFlows flows(GradientFlow flow) {
        return new GradientFlows(
                flow, (residual, inputs, classes, start) -> new DenseStack(flow, residual, inputs, classes, start));
    }
}
