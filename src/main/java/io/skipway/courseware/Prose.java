package io.skipway.courseware;

import io.skipway.courseware.files.Markdown;

/** Renders a learner's or a grader's Markdown as sanitised HTML, by the same rules as a lesson's prose but without blocks. */
public final class Prose {
    private Prose() {}

    public static String html(String markdown) {
        return Markdown.html(markdown);
    }
}
