package io.skipway.courseware;

/** Renders a learner's or a grader's Markdown as sanitised HTML, by the same rules as a lesson's prose but without blocks. */
public final class Prose {
    private Prose() {}

    public static String html(String markdown) {
        return org.jsoup.Jsoup.clean(markdown, org.jsoup.safety.Safelist.none());
    }
}
