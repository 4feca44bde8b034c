package io.skipway.lab;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The elementwise function of a layer. */
public enum Activation {
    @JsonProperty("identity")
    IDENTITY,
    @JsonProperty("sigmoid")
    SIGMOID,
    @JsonProperty("tanh")
    TANH,
    @JsonProperty("relu")
    RELU
}
