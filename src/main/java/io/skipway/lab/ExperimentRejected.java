package io.skipway.lab;

import java.util.Map;

/**
 * An experiment that is not run, and why. The screens have the sentence for each {@code code}; {@code details} fill it.
 */
public class ExperimentRejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<String, Object> details;

    public ExperimentRejected(String code, Map<String, Object> details) {
        super(code + " " + details);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    /**
     * {@code out-of-range} (setting, min, max), {@code unknown-setting}, {@code too-large} (what, value, bound),
     * {@code unreadable}, {@code too-long} (bound), {@code queue-full} (waitSeconds), {@code busy} (waitSeconds),
     * {@code superseded} by a newer exploration, {@code not-done} for what can't be replayed, {@code is-reference} for what
     * there is nothing to verify with, {@code time-limit} for a verification that took too long, {@code no-network} for what
     * has none to take home, {@code data-of-another} or {@code data-gone} for data that the person may not use or that is not
     * there, {@code data-full} (bound), {@code data-used} by a run, or {@code prediction-open} for what is closed to the
     * person until they lock their prediction.
     */
    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
