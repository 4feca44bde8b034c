package io.skipway.lab.engine;

import java.util.Map;

/** Why an experiment could not be finished; code and details are those of {@link io.skipway.lab.Run.Failure}. */
public class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<String, Object> details;

    public EngineFailure(String code, Map<String, Object> details) {
        super(code + " " + details);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    /** Refuses to go on from a loss that has left the range of numbers: {@code not-finite} (step, network). */
    static void requireFinite(double loss, int step, String network) {
        if (!Double.isFinite(loss)) {
            throw new EngineFailure("not-finite", Map.of("step", step, "network", network));
        }
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
