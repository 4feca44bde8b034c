package io.skipway.courseware;

import io.skipway.lab.Experiment;
import java.util.List;

/**
 * A lab as a lesson offers it.
 *
 * @param question what it answers, the panel's title
 * @param look one sentence: what to look at
 * @param experiment the settings it opens with
 * @param inView names of the two or three controls that stand in view; the rest is behind "more"
 * @param data files that come with the course, for a lab that learns from any
 */
public record LabSheet(
        String id,
        Words question,
        Words look,
        Experiment experiment,
        List<String> inView,
        List<Preset> presets,
        List<Data> data) {
    public LabSheet(
            String id, Words question, Words look, Experiment experiment, List<String> inView, List<Preset> presets) {
        this(id, question, look, experiment, inView, presets, List.of());
    }

    /** A file by its name in the course, and by that under which experiments know it. */
    public record Data(String name, String value) {}

    /** Settings with a name; {@code breaks} marks one where the popular claim fails, and {@code says} tells why. */
    public record Preset(Words title, Words says, boolean breaks, Experiment experiment) {}
}
