package io.skipway.lab.engine;

import io.skipway.lab.Experiment;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Measurement;
import io.skipway.lab.Verification;
import java.time.Duration;
import java.util.List;

/** Computes experiments. Implementations give equal numbers for equal experiments, within the tolerance of their type. */
public interface Engine {
    /** Name and version of what computes such an experiment, as {@code DL4J 1.0.0-M2.1}; part of a run's digest. */
    String version(Experiment experiment);

    /** The processor kernel that the products run on; part of a run's digest. The first call loads it, in a second. */
    String kernel();

    /**
     * Computes the whole experiment and tells each measurement as it is made.
     *
     * @throws EngineFailure if it can't be finished; the reason is the run's result
     */
    void run(Experiment experiment, Progress progress);

    /** What the initialised network shows, without training and without timing. */
    List<Measurement> explore(Experiment experiment);

    /**
     * As {@link #run}, and beside some of it a slower engine computes the same, which it is checked against. Tells the same
     * measurements.
     *
     * @param budget how long the slower engine may take
     * @throws ExperimentRejected {@code is-reference} for what that engine computes itself
     * @throws EngineFailure as {@link #run}
     */
    Verification verify(Experiment experiment, Duration budget, Progress progress);

    /** Hears of measurements, and says between batches whether to go on. */
    interface Progress {
        void measured(Measurement measurement);

        boolean cancelled();
    }
}
