package io.skipway.attempts;

/**
 * A write that can't be taken, whatever the state: {@code code} is {@code unknown}, {@code unfit}, {@code too-long}, {@code empty},
 * {@code submitted} or {@code no-more-tries}; of settings also {@code unknown-setting}, {@code out-of-range} or, when they are
 * submitted, {@code unchanged}; of a number when it is submitted, {@code number-} and why it is none, or
 * {@code prediction-open} while its key would tell what the person has yet to predict.
 */
public class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    public Unanswerable(String code) {
        super("Not an answer: " + code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
