import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/** Dense layers of tanh after batch normalisation. */
final class NormalisedNetwork extends Differentiated {
    private static final int WIDTH = 64;
    private static final int BATCH = 32;

    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray[]> normalisations = new ArrayList<>();
    private final NDArray head;
    private final NDArray input;
    private final NDArray labels;

    NormalisedNetwork(NDManager manager, int depth, Arrays arrays) {
        super(manager, WIDTH);
        for (var layer = 0; layer < depth; layer++) {
            weights.add(learnt(arrays.next(WIDTH, WIDTH), true));
            normalisations.add(normalisation());
        }
        head = learnt(arrays.next(WIDTH, CLASSES), false);
        input = arrays.next(BATCH, WIDTH);
        labels = arrays.labels(BATCH);
    }

    @Override
    NDArray logits() {
        var h = input;
        for (var layer = 0; layer < weights.size(); layer++) {
            h = normalised(h.matMul(weights.get(layer)), normalisations.get(layer)).tanh();
        }
        return h.matMul(head);
    }

    @Override
    NDArray labels() {
        return labels;
    }
}
