import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.loss.Loss;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A network whose gradients are PyTorch's own automatic ones, with its own batch normalisation. */
abstract class Differentiated implements Network {
    private final NDManager manager;
    private final List<NDArray> parameters = new ArrayList<>();
    private final Set<NDArray> weights = Collections.newSetFromMap(new IdentityHashMap<>());
    private final NDArray zeros;
    private final NDArray ones;

    Differentiated(NDManager manager, int width) {
        this.manager = manager;
        zeros = manager.zeros(new Shape(width));
        ones = manager.ones(new Shape(width));
    }

    /** The logits of the batch, [batch, classes]. */
    abstract NDArray logits();

    abstract NDArray labels();

    @Override
    public final float[] step() {
        try (var scope = manager.newSubManager()) {
            zeros.attach(scope);
            differentiate();
            zeros.attach(manager);
            var norms = new NDList();
            for (var parameter : parameters) {
                var gradient = parameter.getGradient();
                gradient.attach(scope);
                if (weights.contains(parameter)) {
                    norms.add(gradient.norm());
                }
                parameter.subi(gradient.mul(RATE));
                // Else the next one would be added to it.
                gradient.subi(gradient);
            }
            return NDArrays.stack(norms).toFloatArray();
        }
    }

    private void differentiate() {
        try (var tape = manager.getEngine().newGradientCollector()) {
            var loss = Loss.softmaxCrossEntropyLoss().evaluate(new NDList(labels()), new NDList(logits()));
            tape.backward(loss);
        }
    }

    /** @param layer whether its gradient's norm is told */
    final NDArray learnt(NDArray start, boolean layer) {
        start.setRequiresGradient(true);
        parameters.add(start);
        if (layer) {
            weights.add(start);
        }
        return start;
    }

    /** What a normalisation learns: gamma and beta. */
    final NDArray[] normalisation() {
        return new NDArray[] {learnt(ones.duplicate(), false), learnt(zeros.duplicate(), false)};
    }

    final NDArray normalised(NDArray z, NDArray[] learnt) {
        return BatchNorm.batchNorm(z, zeros, ones, learnt[0], learnt[1], 1, 0.9f, 1e-5f, true)
                .singletonOrThrow();
    }
}
