import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Learns in PyTorch through DJL what the benchmark tells it on the standard input: {@code name}; {@code dense 50 none FILE}
 * or {@code images 20 batch FILE}, the network to go on with; {@code norms}, one step and its gradients' norms;
 * {@code steps 10}, the milliseconds that these take.
 */
final class PyTorchPeer {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private NDManager manager = NDManager.newBaseManager();
    private Network network = () -> new float[0];

    private PyTorchPeer() {}

    public static void main(String[] arguments) throws IOException {
        var peer = new PyTorchPeer();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println("> " + peer.answer(line.split(" ", -1)));
        }
    }

    private String answer(String[] words) throws IOException {
        switch (words[0]) {
            case "name":
                var engine = Engine.getInstance();
                return engine.getEngineName() + " " + engine.getVersion();
            case "norms":
                return norms(network.step());
            case "steps":
                return Double.toString(millis(Integer.parseInt(words[1])));
            default:
                manager.close();
                manager = NDManager.newBaseManager();
                network = network(words[0], Integer.parseInt(words[1]), words[2], new Arrays(manager, Path.of(words[3])));
                return "ready";
        }
    }

    private Network network(String kind, int depth, String norm, Arrays arrays) {
        if (kind.equals("images")) {
            return new ImageNetwork(manager, depth, arrays);
        }
        return norm.equals("batch")
                ? new NormalisedNetwork(manager, depth, arrays)
                : new DenseNetwork(manager, depth, arrays);
    }

    /** Of the process, since the automatic differentiation has a thread of its own. */
    private double millis(int steps) {
        var start = PROCESS.getProcessCpuTime();
        for (var i = 0; i < steps; i++) {
            Objects.requireNonNull(network.step());
        }
        return (PROCESS.getProcessCpuTime() - start) / 1e6;
    }

    private static String norms(float[] norms) {
        return DoubleStream.iterate(0, i -> i + 1)
                .limit(norms.length)
                .mapToObj(i -> Float.toString(norms[(int) i]))
                .collect(Collectors.joining(" "));
    }
}
