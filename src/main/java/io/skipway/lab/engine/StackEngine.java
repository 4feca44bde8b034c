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
import io.skipway.lab.Verification;
import io.skipway.lab.engine.stack.OpenBlas;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The engine that answers: deep uniform stacks on plain arrays, in milliseconds where a graph of operations takes most of a
 * second, so that a curve follows the slider; all else on the reference.
 */
@Lazy
@Component
class StackEngine implements Engine {
    /** Of each network, beside which the reference computes. */
    private static final int STEPS = 20;
    /** The same where there are many networks, or each step takes the reference a second. */
    private static final int FEW_STEPS = 3;

    private final Path natives;
    private final GraphEngine reference;

    StackEngine(@Value("${skipway.home}") Path home) {
        natives = home.resolve("native");
        reference = new GraphEngine(natives);
    }

    /** Counts up with every change that alters a result in any bit. */
    @Override
    public String version(Experiment experiment) {
        return switch (experiment) {
            case GradientFlow flow when !flow.data().equals("digits") -> "Stack 2";
            case Landscape _, Health _ -> "Stack 2";
            case GradientFlow _, Remedies _, Degradation _, Lesion _ -> "Stack 1";
            case IdentityTerm _, Bottleneck _, Stacked3x3 _, Architectures _ -> reference.version(experiment);
        };
    }

    @Override
    public String kernel() {
        return OpenBlas.load(natives).kernel();
    }

    @Override
    public void run(Experiment experiment, Progress progress) {
        if (Trainings.trains(experiment)) {
            Guard.run(progress, () -> compute(experiment, false, progress));
        } else {
            reference.run(experiment, progress);
        }
    }

    @Override
    public List<Measurement> explore(Experiment experiment) {
        return Trainings.trains(experiment)
                ? Guard.gather(progress -> compute(experiment, true, progress))
                : reference.explore(experiment);
    }

    /** Of what trains, an exploration shows the start only. */
    private void compute(Experiment experiment, boolean start, Progress progress) {
        Trainings.run(experiment, start, OpenBlas.load(natives), progress);
    }

    @Override
    public Verification verify(Experiment experiment, Duration budget, Progress progress) {
        if (!Trainings.trains(experiment)) {
            return reference.verify(experiment, budget, progress);
        }
        var findings = new Findings(steps(experiment), budget.toNanos());
        Guard.run(progress, () -> {
            NativeLibrary.load(natives);
            try (var networks = new PairedNetworks(OpenBlas.load(natives), findings)) {
                Trainings.run(experiment, false, networks, progress);
            }
        });
        return findings.verification();
    }

    private static int steps(Experiment experiment) {
        return switch (experiment) {
            case Remedies _ -> FEW_STEPS;
            case Degradation it when !it.kernel().equals("dense") -> FEW_STEPS;
            default -> STEPS;
        };
    }

    /** What computes all else, and what this is checked against. */
    Engine reference() {
        return reference;
    }
}
