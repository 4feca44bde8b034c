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
    /** Counts up with every change that alters a result in any bit. */
    private static final String VERSION = "Stack 1";
    /** The same, and since then planes are drawn and a health check tells the test accuracy. */
    private static final String SECOND = "Stack 2";

    private final Path natives;
    private final GraphEngine reference;

    StackEngine(@Value("${skipway.home}") Path home) {
        natives = home.resolve("native");
        reference = new GraphEngine(natives);
    }

    @Override
    public String version(Experiment experiment) {
        return switch (experiment) {
            case GradientFlow flow when !flow.data().equals("digits") -> SECOND;
            case Health _ -> SECOND;
            default -> isStack(experiment) ? VERSION : reference.version(experiment);
        };
    }

    @Override
    public String kernel() {
        return OpenBlas.load(natives).kernel();
    }

    @Override
    public void run(Experiment experiment, Progress progress) {
        if (isStack(experiment)) {
            Guard.run(progress, () -> compute(experiment, false, progress));
        } else {
            reference.run(experiment, progress);
        }
    }

    @Override
    public List<Measurement> explore(Experiment experiment) {
        return isStack(experiment)
                ? Guard.gather(progress -> compute(experiment, true, progress))
                : reference.explore(experiment);
    }

    private static boolean isStack(Experiment experiment) {
        return switch (experiment) {
            case GradientFlow _, Remedies _, Degradation _, Lesion _, Landscape _, Health _ -> true;
            case IdentityTerm _, Bottleneck _, Stacked3x3 _, Architectures _ -> false;
        };
    }

    /** Of what trains, an exploration shows the start only. */
    private void compute(Experiment experiment, boolean start, Progress progress) {
        var products = OpenBlas.load(natives);
        switch (experiment) {
            case GradientFlow it -> flows(it, products).run(start ? 0 : it.steps(), progress);
            case Remedies it -> new RemedyGrid(it, products::inDouble).run(start ? 0 : it.steps(), progress);
            case Lesion it -> Lesions.run(it, products::inDouble, progress);
            case Landscape it -> new LossSurfaces(it, products::inFloat).run(progress);
            case Health it -> new HealthChecks(it, products::inDouble).run(start ? 1 : it.steps(), progress);
            case Degradation it -> Races.run(it, start ? 0 : it.steps(), products, progress);
            case IdentityTerm _, Bottleneck _, Stacked3x3 _, Architectures _ ->
                throw new IllegalArgumentException("No stack: " + experiment);
        }
    }

    @Override
    public Engine reference() {
        return reference;
    }

    private static GradientFlows flows(GradientFlow flow, OpenBlas.Products products) {
        return new GradientFlows(
                flow,
                (residual, inputs, classes, start) ->
                        new StackNetwork(products, flow, residual, inputs, classes, start));
    }
}
