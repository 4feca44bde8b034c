import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.loss.Loss;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The step that ImageBench measures, in PyTorch through DJL, float, one thread, the gradients by its automatic
 * differentiation, which has a thread of its own: so processor time of the process. Medians.
 */
final class PyTorchImageBench {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int CHANNELS = 16;
    private static final int SIDE = 16;
    private static final int BATCH = 16;
    private static final int CLASSES = 10;
    private static final float RATE = 0.001f;
    private static final int ROUNDS = 21;
    /** The process's clock is coarse. */
    private static final int STEPS = 10;

    private final NDManager manager;
    private final int depth;
    private final List<NDArray> parameters = new ArrayList<>();
    private final NDArray images;
    private final NDArray labels;
    private final NDArray zeros;
    private final NDArray ones;

    private PyTorchImageBench(NDManager manager, int depth) {
        this.manager = manager;
        this.depth = depth;
        for (var layer = 0; layer < depth - 1; layer++) {
            var in = layer == 0 ? 3 : CHANNELS;
            learnt(manager.randomNormal(new Shape(CHANNELS, in, 3, 3)).mul((float) Math.sqrt(2.0 / (9 * in))));
            learnt(manager.ones(new Shape(CHANNELS)));
            learnt(manager.zeros(new Shape(CHANNELS)));
        }
        learnt(manager.randomNormal(new Shape(CHANNELS, CLASSES)).mul(0.3f));
        images = manager.randomNormal(new Shape(BATCH, 3, SIDE, SIDE));
        labels = manager.arange(BATCH).mod(CLASSES).toType(DataType.INT64, false);
        zeros = manager.zeros(new Shape(CHANNELS));
        ones = manager.ones(new Shape(CHANNELS));
    }

    public static void main(String[] arguments) {
        var depths = arguments.length == 0
                ? new int[] {8, 20, 56}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        var engine = Engine.getInstance();
        System.out.printf("%s %s, Java %s%n", engine.getEngineName(), engine.getVersion(), Runtime.version());
        for (var depth : depths) {
            try (var manager = NDManager.newBaseManager()) {
                new PyTorchImageBench(manager, depth).measure();
            }
        }
    }

    private void measure() {
        var loss = step();
        for (var end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end; ) {
            step();
        }
        var times = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var start = PROCESS.getProcessCpuTime();
            for (var i = 0; i < STEPS; i++) {
                step();
            }
            times[round] = (PROCESS.getProcessCpuTime() - start) / 1e6 / STEPS;
        }
        Arrays.sort(times);
        System.out.printf(
                "images, depth %d: %.1f ms a step, loss %.2f, then %.2f%n", depth, times[ROUNDS / 2], loss, step());
    }

    private float step() {
        try (var scope = manager.newSubManager()) {
            images.attach(scope);
            var loss = differentiate();
            for (var parameter : parameters) {
                var gradient = parameter.getGradient();
                gradient.attach(scope);
                parameter.subi(gradient.mul(RATE));
            }
            images.attach(manager);
            return loss;
        }
    }

    private float differentiate() {
        try (var tape = manager.getEngine().newGradientCollector()) {
            var h = Activation.relu(layer(images, 0));
            for (var layer = 1; layer < depth - 1; layer += 2) {
                var first = Activation.relu(layer(h, layer));
                h = Activation.relu(layer(first, layer + 1).add(h));
            }
            var pooled = h.reshape(BATCH, CHANNELS, SIDE * SIDE).mean(new int[] {2});
            var logits = pooled.matMul(parameters.getLast());
            var loss = Loss.softmaxCrossEntropyLoss().evaluate(new NDList(labels), new NDList(logits));
            tape.backward(loss);
            return loss.getFloat();
        }
    }

    private NDArray layer(NDArray h, int layer) {
        var kernel = parameters.get(3 * layer);
        var z = Conv2d.conv2d(h, kernel, null, new Shape(1, 1), new Shape(1, 1)).singletonOrThrow();
        return BatchNorm.batchNorm(
                        z, zeros, ones, parameters.get(3 * layer + 1), parameters.get(3 * layer + 2), 1, 0.9f, 1e-5f, true)
                .singletonOrThrow();
    }

    private void learnt(NDArray start) {
        start.setRequiresGradient(true);
        parameters.add(start);
    }
}
