package io.skipway.lab;

import java.util.List;

/** One setting of an experiment and what it may be; {@code name} is the record component's. */
public sealed interface Control {
    String name();

    /** A whole number from {@code min} to {@code max}, both included. */
    record Whole(String name, long min, long max) implements Control {}

    /** A number from {@code min} to {@code max}, both included; {@code step} is what one key press moves it by. */
    record Real(String name, double min, double max, double step, boolean logarithmic) implements Control {}

    /** One of a few words. */
    record Choice(String name, List<String> options) implements Control {}
}
