package io.skipway.lab;

import io.skipway.lab.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What computes: the engine with its version, and the processor kernel beneath it. */
record Stamp(String engine, String kernel) {

    static Stamp of(Engine engine, Experiment experiment) {
        return new Stamp(engine.version(experiment), engine.kernel());
    }

    /** SHA-256 of the canonical experiment and of all that decides its bits, in hexadecimal. */
    String digest(Experiment experiment) {
        try {
            var text = String.join("\n", LabJson.canonical(experiment), engine, kernel);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return engine + ", " + kernel;
    }
}
