package io.skipway.lab.engine;

import io.skipway.lab.Experiment;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement;
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

    private final Path natives;
    private final GraphEngine reference;

    StackEngine(@Value("${skipway.home}") Path home) {
        natives = home.resolve("native");
        reference = new GraphEngine(natives);
    }

    @Override
    public String version(Experiment experiment) {
        return experiment instanceof GradientFlow ? VERSION : reference.version(experiment);
    }

    @Override
    public String kernel() {
        return OpenBlas.load(natives).kernel();
    }

    @Override
    public void run(Experiment experiment, Progress progress) {
        if (experiment instanceof GradientFlow flow) {
            Guard.run(progress, () -> flows(flow).run(flow.steps(), progress));
        } else {
            reference.run(experiment, progress);
        }
    }

    @Override
    public List<Measurement> explore(Experiment experiment) {
        return experiment instanceof GradientFlow flow
                ? Guard.gather(progress -> flows(flow).run(0, progress))
                : reference.explore(experiment);
    }

    @Override
    public Engine reference() {
        return reference;
    }

    private GradientFlows flows(GradientFlow flow) {
        var products = OpenBlas.load(natives);
        return new GradientFlows(
                flow,
                (residual, inputs, classes, start) ->
                        new StackNetwork(products, flow, residual, inputs, classes, start));
    }
}
