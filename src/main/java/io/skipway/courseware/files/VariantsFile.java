package io.skipway.courseware.files;

import io.skipway.courseware.Formulas;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Placeholders;
import io.skipway.courseware.Variants;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads what of a question is drawn for each attempt: {@code draw}, and {@code let} with what is computed of it. */
final class VariantsFile {
    private static final int MOST_VALUES = 500;
    private static final int MOST_VARIANTS = 2000;
    private static final String NAME = "[A-Za-z][A-Za-z0-9]{0,31}";
    /** No sign in it means anything in HTML. */
    private static final String VALUE = "[\\p{L}\\p{N} .,+−-]{1,40}";

    private final YamlMap file;
    private final Map<String, List<String>> values = new TreeMap<>();
    private final Map<String, String> lets = new LinkedHashMap<>();
    private boolean good = true;

    private VariantsFile(YamlMap file) {
        this.file = file;
    }

    /** What is drawn; {@link Variants#NONE} where nothing is, or where a problem was reported. */
    static Variants read(YamlMap file) {
        return new VariantsFile(file).variants();
    }

    private Variants variants() {
        if (file.has("draw")) {
            file.map("draw")
                    .ifPresent(draw -> draw.keys().forEach(name -> {
                        name(draw, name);
                        values.put(name, values(draw, name));
                    }));
        }
        if (file.has("let")) {
            file.map("let")
                    .ifPresent(let -> let.keys().forEach(name -> {
                        name(let, name);
                        var formula = let.text(name);
                        if (formula.length() > Formulas.LONGEST) {
                            problem(let, name, "A formula has %d characters at most.".formatted(Formulas.LONGEST));
                        }
                        lets.put(name, formula);
                    }));
            if (values.isEmpty() && !file.has("draw")) {
                problem(file, "let", "There is nothing to compute from. Write \"draw\" with a name and its values.");
            }
        }
        if (values.values().stream().anyMatch(List::isEmpty)) {
            good = false;
        }
        if (good && count() > MOST_VARIANTS) {
            problem(file, "draw", "These are more than %d variants. Give fewer values.".formatted(MOST_VARIANTS));
        }
        var variants = new Variants(values, lets, List.of());
        return good && (lets.isEmpty() || each(file, "let", variants, told -> {})) ? variants : Variants.NONE;
    }

    private long count() {
        return values.values().stream()
                .mapToLong(List::size)
                .reduce(1, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
    }

    private void problem(YamlMap map, String key, String message) {
        map.problem(map.line(key), message);
        good = false;
    }

    private void name(YamlMap map, String name) {
        if (!name.matches(NAME)) {
            problem(map, name, "A name has letters and digits and begins with a letter, 32 at most: " + name);
        } else if (List.of("e", "pi", "true", "false", "null").contains(name.toLowerCase(Locale.ROOT))) {
            problem(map, name, "\"%s\" means something in formulas. Take another name.".formatted(name));
        } else if (values.keySet().stream().anyMatch(name::equalsIgnoreCase)
                || lets.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
            problem(map, name, "\"%s\" stands here already; capitals make no difference.".formatted(name));
        }
    }

    private List<String> values(YamlMap draw, String name) {
        var values = draw.isMap(name) ? draw.map(name).map(this::range).orElse(List.of()) : draw.texts(name);
        if (values.isEmpty()) {
            problem(
                    draw,
                    name,
                    "\"%s\" needs one value at least: a list, or {from: 1, to: 9, step: 2}.".formatted(name));
        }
        values.stream()
                .filter(value -> !value.matches(VALUE))
                .findFirst()
                .ifPresent(value -> problem(
                        draw, name, "A value has letters, digits, blanks and signs of numbers, 40 at most: " + value));
        return values;
    }

    private List<String> range(YamlMap range) {
        range.only("from", "to", "step");
        var from = range.number("from");
        var to = range.number("to");
        var step = range.has("step") ? range.number("step") : BigDecimal.ONE;
        if (step.signum() <= 0 || to.compareTo(from) < 0) {
            range.problem(range.line(), "A range goes from the lower end up to the higher, by a step above 0.");
            good = false;
            return List.of();
        }
        var values = new ArrayList<String>();
        for (var value = from; value.compareTo(to) <= 0 && values.size() <= MOST_VALUES; value = value.add(step)) {
            values.add(value.toPlainString());
        }
        if (values.size() > MOST_VALUES) {
            range.problem(range.line(), "A range has %d values at most.".formatted(MOST_VALUES));
            good = false;
        }
        return values;
    }

    /** Looks at every variant; the first that has no value is a problem of {@code key}, and all others are not looked at. */
    static boolean each(YamlMap file, String key, Variants variants, Consumer<Map<String, String>> look) {
        for (var drawn : variants.combinations()) {
            try {
                look.accept(variants.with(drawn));
            } catch (Formulas.NoValue e) {
                file.problem(
                        file.line(key),
                        drawn.isEmpty()
                                ? "This can't be computed: %s.".formatted(e.getMessage())
                                : "This can't be computed where %s: %s.".formatted(told(drawn), e.getMessage()));
                return false;
            }
        }
        return true;
    }

    static String told(Map<String, String> drawn) {
        return String.join(
                ", ",
                drawn.entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue())
                        .toList());
    }

    /** What is drawn must be used, in both languages alike, and what is to be filled must be drawn. */
    static void places(YamlMap file, Variants variants, List<Words> texts) {
        if (!variants.valued()) {
            return;
        }
        var known = new TreeSet<>(variants.values().keySet());
        known.addAll(variants.lets().keySet());
        var ko = new TreeSet<String>();
        var en = new TreeSet<String>();
        texts.forEach(text -> {
            ko.addAll(Placeholders.names(text.ko()));
            en.addAll(Placeholders.names(text.en()));
        });
        for (var name : variants.values().keySet()) {
            var computed = variants.lets().values().stream()
                    .anyMatch(let -> Formulas.names(let).contains(name));
            if (!computed && !(ko.contains(name) && en.contains(name))) {
                file.problem(
                        file.line("draw"),
                        "Each attempt draws its own %s, so both languages must tell it: write [[%s]]."
                                .formatted(name, name));
            }
        }
        var all = new TreeSet<>(ko);
        all.addAll(en);
        all.removeAll(known);
        all.forEach(name -> file.problem(
                file.line("draw"), "Nothing is drawn for [[%s]]. Declare it under \"draw\".".formatted(name)));
    }

    /** A key as it is given, or as a formula of what is drawn. */
    static Optional<NumberKey> key(YamlMap file, Variants variants) {
        if (!file.isMap("key")) {
            return Optional.of(new NumberKey.Given(file.number("key")));
        }
        return file.map("key").flatMap(key -> {
            key.only("formula");
            var formula = key.text("formula");
            if (formula.isEmpty()) {
                return Optional.empty();
            }
            if (formula.length() > Formulas.LONGEST) {
                key.problem(key.line("formula"), "A formula has %d characters at most.".formatted(Formulas.LONGEST));
                return Optional.empty();
            }
            return each(key, "formula", variants, told -> Formulas.value(formula, told))
                    ? Optional.of(new NumberKey.Formula(formula))
                    : Optional.empty();
        });
    }
}
