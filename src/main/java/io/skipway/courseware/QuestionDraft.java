package io.skipway.courseware;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question's file as fields that a form can offer, and back. It never changes: each edit gives a new one. All that the
 * file holds survives, also what the form does not show, and comments outside of what is changed. A field is named by its
 * way down, such as {@code "options", 1, "text", "ko"}; its value is the text as it was written.
 */
public final class QuestionDraft {
    private final YamlSource source;

    private QuestionDraft(YamlSource source) {
        this.source = source;
    }

    /** Reads a file; nothing where it is no mapping, and has to be mended as text first. */
    public static Optional<QuestionDraft> of(String yaml) {
        return YamlSource.of(yaml.replace("\r\n", "\n")).map(QuestionDraft::new);
    }

    /** The file. */
    public String yaml() {
        return source.text();
    }

    /** The text of a field, empty where there is none. */
    public String text(Object... way) {
        return source.at(List.of(way)) instanceof String text ? text : "";
    }

    /** How many entries a list has. */
    public int size(Object... way) {
        return source.size(List.of(way));
    }

    /** The names in a mapping, in their order. */
    public List<String> names(Object... way) {
        return source.at(List.of(way)) instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The same question with another text in one field, which is made where it is missing. */
    public QuestionDraft with(String text, Object... way) {
        return new QuestionDraft(source.put(List.of(way), text.replace("\r\n", "\n")));
    }

    /** One more option, whose id is the first letter that is free. */
    public QuestionDraft withOption() {
        return with("options", of("id", free("options", letters()), "text", both(), "feedback", both()));
    }

    /** One more entry of a list, with an id that is free and texts to be written. */
    public QuestionDraft withEntry(String list, String... texts) {
        var name = list.equals("extra") ? "extra-" : "entry-";
        var numbers = IntStream.iterate(size(list) + 1, number -> number + 1).mapToObj(number -> name + number);
        var entry = of("id", free(list, numbers));
        for (var text : texts) {
            entry.put(text, both());
        }
        return with(list, entry);
    }

    /** One more criterion, with a level for nothing and one for everything. */
    public QuestionDraft withCriterion() {
        var numbers = IntStream.rangeClosed(1, size("rubric") + 1).mapToObj(number -> "criterion-" + number);
        return with(
                "rubric",
                of("id", free("rubric", numbers), "title", both(), "levels", List.of(level("0"), level("1"))));
    }

    /** One more level of a criterion, worth as much as the one before. */
    public QuestionDraft withLevel(int criterion) {
        var last = size("rubric", criterion, "levels") - 1;
        var points = last < 0 ? "0" : text("rubric", criterion, "levels", last, "points");
        return new QuestionDraft(source.add(List.of("rubric", criterion, "levels"), level(points)));
    }

    /** Without one option, and without the tests that answer it. */
    public QuestionDraft withoutOption(int index) {
        var id = text("options", index, "id");
        var shorter = without(index, "options");
        for (var test = size("tests") - 1; test >= 0; test--) {
            if (text("tests", test, "answer").equals(id)) {
                shorter = shorter.without(test, "tests");
            }
        }
        return shorter;
    }

    /** Without one entry of a list. */
    public QuestionDraft without(int index, Object... list) {
        return new QuestionDraft(source.remove(List.of(list), index));
    }

    /** One entry of a list changes places with the next. */
    public QuestionDraft swapped(int index, Object... list) {
        return new QuestionDraft(source.swap(List.of(list), index));
    }

    private QuestionDraft with(String list, Map<String, ?> entry) {
        return new QuestionDraft(source.add(List.of(list), entry));
    }

    private String free(String list, Stream<String> ids) {
        var taken = IntStream.range(0, size(list))
                .mapToObj(i -> text(list, i, "id"))
                .toList();
        return ids.filter(id -> !taken.contains(id)).findFirst().orElseThrow();
    }

    private static Map<String, Object> level(String points) {
        return of("title", both(), "points", points);
    }

    private static Map<String, Object> both() {
        return of("ko", "", "en", "");
    }

    /** In the order in which a person would write it. */
    private static Map<String, Object> of(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static Stream<String> letters() {
        return Stream.concat(
                IntStream.rangeClosed('a', 'z').mapToObj(letter -> String.valueOf((char) letter)),
                IntStream.iterate(27, number -> number + 1).mapToObj(number -> "option-" + number));
    }
}
