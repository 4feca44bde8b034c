package io.skipway.lab;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands between a layer's product and its activation. */
public enum Normalisation {
    @JsonProperty("none")
    NONE,
    @JsonProperty("batch")
    BATCH
}
