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
import io.skipway.lab.Remedies;
import io.skipway.lab.Stacked3x3;
import io.skipway.lab.engine.stack.Networks;

/** The experiments that train networks, on the networks of whichever engine. */
final class Trainings {
    private Trainings() {}

    static boolean trains(Experiment experiment) {
        return switch (experiment) {
            case GradientFlow _, Remedies _, Degradation _, Lesion _, Landscape _, Health _ -> true;
            case IdentityTerm _, Bottleneck _, Stacked3x3 _, Architectures _ -> false;
        };
    }

    /** @param start whether the start is all that is asked for, as it is of an exploration */
    static void run(Experiment experiment, boolean start, Networks networks, Engine.Progress progress) {
        switch (experiment) {
            case GradientFlow it -> flows(it, networks).run(start ? 0 : it.steps(), progress);
            case Remedies it -> new RemedyGrid(it, networks::inDouble).run(start ? 0 : it.steps(), progress);
            case Lesion it -> Lesions.run(it, networks::inDouble, progress);
            case Landscape it -> new LossSurfaces(it, networks::inFloat).run(progress);
            case Health it -> new HealthChecks(it, networks::inDouble).run(start ? 1 : it.steps(), progress);
            case Degradation it -> Races.run(it, start ? 0 : it.steps(), networks, progress);
            case IdentityTerm _, Bottleneck _, Stacked3x3 _, Architectures _ ->
                throw new IllegalArgumentException("Nothing to train: " + experiment);
        }
    }

    private static GradientFlows flows(GradientFlow flow, Networks networks) {
        return new GradientFlows(
                flow,
                (residual, inputs, classes, start) ->
                        new StackNetwork(networks, flow, residual, inputs, classes, start));
    }
}
