package io.skipway.lab;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How weights are drawn, always from a normal distribution of mean 0. */
public enum Initialiser {
    /** Variance 2 / (in + out): Glorot and Bengio 2010, eq. 16. */
    @JsonProperty("xavier")
    XAVIER,
    /** Variance 2 / in: He et al. 2015, "Delving deep into rectifiers", eq. 10. */
    @JsonProperty("he")
    HE,
    /** A standard deviation of one's own. */
    @JsonProperty("normal")
    NORMAL
}
