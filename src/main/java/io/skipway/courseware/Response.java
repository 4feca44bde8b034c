package io.skipway.courseware;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a learner answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Response.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Response.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Response.Curve.class, name = "curve"),
    @JsonSubTypes.Type(value = Response.Settings.class, name = "settings"),
    @JsonSubTypes.Type(value = Response.Number.class, name = "number"),
    @JsonSubTypes.Type(value = Response.Choices.class, name = "choices"),
    @JsonSubTypes.Type(value = Response.Certain.class, name = "certain"),
    @JsonSubTypes.Type(value = Response.Parts.class, name = "parts")
})
public sealed interface Response {
    /** The chosen option; empty where the choice was taken back. */
    record Choice(String option) implements Response {}

    /** Markdown with LaTeX, as it was typed. */
    record Text(String markdown) implements Response {}

    /** A drawn curve: log10 of its value at each of the question's layers. */
    record Curve(List<Double> log10Values) implements Response {
        public Curve {
            log10Values = List.copyOf(log10Values);
        }
    }

    /** What dials were set to, by their names in order; a dial that is not named stands where it stood. */
    record Settings(Map<String, String> values) implements Response {
        public Settings {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /** A number as it was typed, perhaps with its unit; see {@link NumberText}. */
    @SuppressWarnings("JavaLangClash")
    record Number(String text) implements Response {}

    /** What was given for each part, by its id, in order; a part that is not named, or has null, was left open. */
    record Parts(Map<String, String> values) implements Response {
        public Parts {
            var given = new TreeMap<>(values);
            given.values().removeIf(Objects::isNull);
            values = Collections.unmodifiableMap(given);
        }
    }

    /** What was chosen of several things, in the order in which it was put. */
    record Choices(List<String> options) implements Response {
        public Choices {
            options = List.copyOf(options);
        }
    }

    /** An answer with how sure its author is, from {@link Certainty#LEAST} to {@link Certainty#MOST}. */
    record Certain(int certainty, Response answer) implements Response {
        public Certain {
            if (certainty < Certainty.LEAST || certainty > Certainty.MOST || answer instanceof Certain) {
                throw new IllegalArgumentException("No certainty: " + certainty);
            }
        }
    }

    /** The answer itself. */
    default Response answered() {
        return this instanceof Certain(var certainty, var answer) ? answer : this;
    }
}
