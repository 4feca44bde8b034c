package io.skipway.courseware;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a learner answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Response.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Response.Text.class, name = "text")
})
public sealed interface Response {
    /** The chosen option; empty where the choice was taken back. */
    record Choice(String option) implements Response {}

    /** Markdown with LaTeX, as it was typed. */
    record Text(String markdown) implements Response {}
}
