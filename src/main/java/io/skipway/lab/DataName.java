package io.skipway.lab;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an experiment names data that is no built-in set: by the SHA-256 of its bytes, so that equal names mean equal data.
 *
 * @param own whether it is a person's own, {@code own:<digest>}, or comes with a course, {@code course:<digest>}
 */
record DataName(boolean own, String digest) {
    private static final Pattern FORM = Pattern.compile("(own|course):([0-9a-f]{64})");

    static Optional<DataName> read(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new DataName(matcher.group(1).equals("own"), matcher.group(2)))
                : Optional.empty();
    }

    static Optional<DataName> of(Experiment experiment) {
        return switch (experiment) {
            case GradientFlow it -> read(it.data());
            case Remedies it -> read(it.data());
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return (own ? "own:" : "course:") + digest;
    }
}
