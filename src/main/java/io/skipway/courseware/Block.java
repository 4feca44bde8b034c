package io.skipway.courseware;

/** A piece of a lesson. All HTML is sanitised. LaTeX stands in {@code <span class="math">} and {@code <div class="math">}. */
public sealed interface Block {
    /** {@code anchor} is unique in the lesson and the same in both languages where the file gives one. */
    record Heading(int level, String anchor, String html) implements Block {}

    record Prose(String html) implements Block {}

    /** A built-in figure, such as {@code architecture-map}. */
    record Figure(String id) implements Block {}

    record Exercise(String question) implements Block {}

    record LabBlock(String lab) implements Block {}
}
