import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The step that EngineBench measures, in PyTorch through DJL, float, one thread. The backward pass is written out, which is
 * quicker than the automatic one, and all norms are read at once. Processor time of the thread, medians.
 */
final class PyTorchBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WIDTH = 64;
    private static final int BATCH = 32;
    private static final int CLASSES = 10;
    private static final float RATE = 0.001f;
    private static final int ROUNDS = 21;

    private final NDManager manager;
    private final int depth;
    private final List<NDArray> weights = new ArrayList<>();
    private final NDArray head;
    private final NDArray input;
    private final NDArray labels;

    private PyTorchBench(NDManager manager, int depth) {
        this.manager = manager;
        this.depth = depth;
        for (var layer = 0; layer < depth; layer++) {
            weights.add(xavier(WIDTH, WIDTH));
        }
        head = xavier(WIDTH, CLASSES);
        input = manager.randomNormal(new Shape(BATCH, WIDTH));
        labels = manager.arange(BATCH).mod(CLASSES).toType(DataType.INT64, false).oneHot(CLASSES);
    }

    public static void main(String[] arguments) {
        var depths = arguments.length == 0
                ? new int[] {20, 50, 100}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        var engine = Engine.getInstance();
        System.out.printf("%s %s, Java %s%n", engine.getEngineName(), engine.getVersion(), Runtime.version());
        for (var depth : depths) {
            try (var manager = NDManager.newBaseManager()) {
                new PyTorchBench(manager, depth).measure();
            }
        }
    }

    private void measure() {
        var norms = step();
        var count = 0;
        for (var end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end; count++) {
            step();
        }
        var repeats = Math.max(1, count / 100);
        var times = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var start = THREADS.getCurrentThreadCpuTime();
            for (var i = 0; i < repeats; i++) {
                step();
            }
            times[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / repeats;
        }
        Arrays.sort(times);
        System.out.printf(
                "depth %d: %.2f ms a step, gradient of the input %.2g of the last%n",
                depth, times[ROUNDS / 2], norms[depth] / norms[0]);
    }

    /** All norms: dL/dh from the last to the input, then dL/dW. */
    private float[] step() {
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
            var dh = new NDList(d.norm());
            var dw = new NDList();
            for (var i = depth - 1; i >= 0; i--) {
                var dz = d.mul(h.get(i + 1).square().neg().add(1));
                var gradient = h.get(i).transpose().matMul(dz);
                d = dz.matMul(weights.get(i).transpose());
                learn(weights.get(i), gradient);
                dh.add(d.norm());
                dw.add(gradient.norm());
            }
            dh.addAll(dw);
            var norms = NDArrays.stack(dh).toFloatArray();
            input.attach(manager);
            return norms;
        }
    }

    private static void learn(NDArray weights, NDArray gradient) {
        weights.subi(gradient.muli(RATE));
    }

    private NDArray xavier(int inputs, int outputs) {
        return manager.randomNormal(new Shape(inputs, outputs)).mul((float) Math.sqrt(2.0 / (inputs + outputs)));
    }
}
