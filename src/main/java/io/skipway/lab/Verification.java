package io.skipway.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a computation of the reference found beside that of the other engine, from equal weights at every step. Differences
 * are relative and norm-wise for each array, the greatest of each quantity, both in double.
 *
 * @param agrees whether all differences are within the tolerance
 * @param rounding the greatest difference of a loss between the run, where that is in float, and the same in double
 * @param drift of the loss, where the reference learnt the same steps by itself, not from equal weights each time
 * @param networks that were compared while they learnt
 * @param steps of theirs that were compared, all together
 * @param most steps that were to be compared of each network, its first ones
 * @param evaluations that were compared
 * @param cut whether the time for it was over before all that was to be compared was
 * @param stored how the numbers that the run keeps compare with those that were computed now; null until they are
 */
public record Verification(
        boolean agrees,
        double tolerance,
        List<Difference> differences,
        double rounding,
        double drift,
        int networks,
        int steps,
        int most,
        int evaluations,
        boolean cut,
        Run.@Nullable Comparison stored) {

    /**
     * Of a quantity: {@code loss}, {@code activations} or {@code weights} for the gradients by them, {@code parameters} after
     * a step, {@code accuracy}, or {@code evaluations} for losses without a step.
     */
    public record Difference(String quantity, double greatest) {}

    Verification with(Run.Comparison comparison) {
        return new Verification(
                agrees && comparison.equal(),
                tolerance,
                differences,
                rounding,
                drift,
                networks,
                steps,
                most,
                evaluations,
                cut,
                comparison);
    }
}
