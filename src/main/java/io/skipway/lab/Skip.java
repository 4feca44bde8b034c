package io.skipway.lab;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The way around a layer: none, {@code h + F(h)}, or {@code h + a F(h)}. */
public enum Skip {
    @JsonProperty("none")
    NONE,
    @JsonProperty("identity")
    IDENTITY,
    @JsonProperty("scaled")
    SCALED
}
