import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/** Dense layers of tanh. The backward pass is written out, which is quicker than the automatic one; all norms are read at once. */
final class DenseNetwork implements Network {
    private static final int WIDTH = 64;
    private static final int BATCH = 32;

    private final NDManager manager;
    private final List<NDArray> weights = new ArrayList<>();
    private final NDArray head;
    private final NDArray input;
    private final NDArray labels;

    DenseNetwork(NDManager manager, int depth, Arrays arrays) {
        this.manager = manager;
        for (var layer = 0; layer < depth; layer++) {
            weights.add(arrays.next(WIDTH, WIDTH));
        }
        head = arrays.next(WIDTH, CLASSES);
        input = arrays.next(BATCH, WIDTH);
        labels = arrays.labels(BATCH).oneHot(CLASSES);
    }

    @Override
    public float[] step() {
        try (var scope = manager.newSubManager()) {
            input.attach(scope);
            var h = new ArrayList<NDArray>();
            h.add(input);
            for (var w : weights) {
                h.add(h.getLast().matMul(w).tanh());
            }
            var dLogits = h.getLast().matMul(head).softmax(1).sub(labels).div(BATCH);
            var d = dLogits.matMul(head.transpose());
            learn(head, h.getLast().transpose().matMul(dLogits));
            var norms = new NDList();
            var dh = new NDList(d.norm());
            for (var i = weights.size() - 1; i >= 0; i--) {
                var dz = d.mul(h.get(i + 1).square().neg().add(1));
                var gradient = h.get(i).transpose().matMul(dz);
                d = dz.matMul(weights.get(i).transpose());
                norms.addFirst(gradient.norm());
                dh.add(d.norm());
                learn(weights.get(i), gradient);
            }
            norms.addAll(dh);
            var all = NDArrays.stack(norms).toFloatArray();
            input.attach(manager);
            return java.util.Arrays.copyOf(all, weights.size());
        }
    }

    private static void learn(NDArray weights, NDArray gradient) {
        weights.subi(gradient.muli(RATE));
    }
}
