package io.skipway.lab.engine;

import io.skipway.lab.Experiment;
import io.skipway.lab.Measurement;
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

    /** The slower engine that this one can be checked against; itself, if it is that one. */
    default Engine reference() {
        return this;
    }

    /** Hears of measurements, and says between batches whether to go on. */
    interface Progress {
        void measured(Measurement measurement);

        boolean cancelled();
    }
}
