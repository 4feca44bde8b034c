package io.skipway.lab.engine;

import io.skipway.lab.GradientFlow;
import io.skipway.lab.Measurement.Gradients;

/** What a run measures first, for tests outside of this package. */
public final class Flows {
    private Flows() {}

    public static Gradients first(GradientFlow flow) {
        return (Gradients) Engines.run(flow).getFirst();
    }
}
