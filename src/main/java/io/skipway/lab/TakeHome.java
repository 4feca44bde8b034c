package io.skipway.lab;

import io.skipway.identity.UserId;
import io.skipway.lab.engine.FlowFiles;
import io.skipway.lab.network.NetworkWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * A run's networks as a zip: {@code plain/network.json}, {@code residual/network.json} where there is a skip, a script that
 * differentiates them in PyTorch, and what to compare.
 */
@Component
public class TakeHome {
    private final Lab lab;
    private final DataFiles data;

    TakeHome(Lab lab, DataFiles data) {
        this.lab = lab;
        this.data = data;
    }

    /**
     * The settings of a run whose networks can be taken home.
     *
     * @throws AccessDeniedException if {@code who} may not read it
     * @throws ExperimentRejected {@code no-network} if it is of another kind, {@code data-gone} if its data is not there
     */
    public GradientFlow flow(UserId who, RunId run) {
        if (lab.after(who, run, Integer.MAX_VALUE).experiment() instanceof GradientFlow flow) {
            data.requireThere(flow);
            return flow;
        }
        throw new ExperimentRejected("no-network", Map.of());
    }

    /** Writes the zip as it is made, for a deep and wide network has millions of numbers; leaves the stream open. */
    public void write(GradientFlow flow, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        copy("README.md", zip);
        copy("gradients.py", zip);
        data.with(flow, () -> {
            network(flow, false, zip);
            if (flow.skip() != Skip.NONE) {
                network(flow, true, zip);
            }
            return zip;
        });
        zip.finish();
    }

    private static void network(GradientFlow flow, boolean residual, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry((residual ? "residual" : "plain") + "/network.json"));
        NetworkWriter.write(FlowFiles.network(flow, residual), zip);
        zip.closeEntry();
    }

    private static void copy(String name, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (var in = Objects.requireNonNull(TakeHome.class.getResourceAsStream("takehome/" + name))) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }
}
