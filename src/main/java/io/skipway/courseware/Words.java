package io.skipway.courseware;

/** The same thing said in both languages. Where it is Markdown in the file it is sanitised HTML here. */
public record Words(String ko, String en) {
    public String in(Language language) {
        return switch (language) {
            case KO -> ko;
            case EN -> en;
        };
    }
}
