package io.skipway.lab;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What is to be computed, wholly: equal experiments give equal results on equal engines. A value out of its range is
 * refused when the record is made, with {@link ExperimentRejected}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GradientFlow.class, name = "gradient-flow"),
    @JsonSubTypes.Type(value = IdentityTerm.class, name = "identity-term"),
    @JsonSubTypes.Type(value = Bottleneck.class, name = "bottleneck"),
    @JsonSubTypes.Type(value = Stacked3x3.class, name = "stacked-3x3"),
    @JsonSubTypes.Type(value = Architectures.class, name = "architectures"),
    @JsonSubTypes.Type(value = Remedies.class, name = "remedies"),
    @JsonSubTypes.Type(value = Degradation.class, name = "degradation"),
    @JsonSubTypes.Type(value = Lesion.class, name = "lesion"),
    @JsonSubTypes.Type(value = Landscape.class, name = "landscape"),
    @JsonSubTypes.Type(value = Health.class, name = "health")
})
public sealed interface Experiment
        permits GradientFlow,
                IdentityTerm,
                Bottleneck,
                Stacked3x3,
                Architectures,
                Remedies,
                Degradation,
                Lesion,
                Landscape,
                Health {

    /** The settings a person may change, with their ranges, in the order in which a panel shows them. */
    List<Control> controls();

    /** Whether it has something to show at once, before it trains. */
    default boolean explores() {
        return true;
    }
}
