import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import java.util.ArrayList;
import java.util.List;

/** A stem, residual blocks of two convolutions and a head over the means of the maps (He et al. 2015, section 4.2). */
final class ImageNetwork extends Differentiated {
    private static final int CHANNELS = 16;
    private static final int COLOURS = 3;
    private static final int SIDE = 16;
    private static final int BATCH = 16;

    private final List<NDArray> kernels = new ArrayList<>();
    private final List<NDArray[]> normalisations = new ArrayList<>();
    private final NDArray head;
    private final NDArray images;
    private final NDArray labels;

    ImageNetwork(NDManager manager, int depth, Arrays arrays) {
        super(manager, CHANNELS);
        for (var layer = 0; layer < depth - 1; layer++) {
            kernels.add(learnt(arrays.next(CHANNELS, layer == 0 ? COLOURS : CHANNELS, 3, 3), layer > 0));
            normalisations.add(normalisation());
        }
        head = learnt(arrays.next(CHANNELS, CLASSES), false);
        images = arrays.next(BATCH, COLOURS, SIDE, SIDE);
        labels = arrays.labels(BATCH);
    }

    @Override
    NDArray logits() {
        var h = Activation.relu(layer(images, 0));
        for (var layer = 1; layer < kernels.size(); layer += 2) {
            h = Activation.relu(layer(Activation.relu(layer(h, layer)), layer + 1).add(h));
        }
        return h.reshape(BATCH, CHANNELS, SIDE * SIDE).mean(new int[] {2}).matMul(head);
    }

    private NDArray layer(NDArray h, int layer) {
        var z = Conv2d.conv2d(h, kernels.get(layer), null, new Shape(1, 1), new Shape(1, 1)).singletonOrThrow();
        return normalised(z, normalisations.get(layer));
    }

    @Override
    NDArray labels() {
        return labels;
    }
}
