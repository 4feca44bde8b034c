package io.skipway.courseware.files;

import io.skipway.courseware.Cloze;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.ShortAnswer;
import io.skipway.courseware.Variants;
import io.skipway.courseware.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a question of the kind {@code cloze}: a text with gaps, each with its points, or an equal share of what is left. */
final class ClozeFile {
    private static final int SHARE_DECIMALS = 10;

    private final YamlMap file;
    private final BigDecimal points;

    private ClozeFile(YamlMap file, BigDecimal points) {
        this.file = file;
        this.points = points;
    }

    static Optional<Question> read(String id, YamlMap file, BigDecimal points, Labs labs) {
        return new ClozeFile(file, points).question(id, labs);
    }

    private Optional<Question> question(String id, Labs labs) {
        file.only("kind", "points", "lab", "prompt", "gaps", "draw", "let", "tests", "solutions", "was");
        var markdown = file.words("prompt", Markdown::html);
        var solutions = QuestionFile.solutions(file);
        var declared = file.map("gaps");
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        var names = List.copyOf(declared.get().keys());
        var prompt = new GapText(file, names).words(markdown);
        var share = share(declared.get(), names);
        var drawn = VariantsFile.read(file);
        var gaps = new ArrayList<Question>();
        for (var name : names) {
            declared.get()
                    .map(name)
                    .flatMap(gap -> gap(name, gap, share, drawn, labs))
                    .ifPresent(gaps::add);
        }
        if (gaps.size() < names.size() || names.isEmpty()) {
            return Optional.empty();
        }
        var question = new Cloze(id, prompt, points, file.optionalText("lab"), gaps, drawn, solutions);
        places(question);
        AnswerTests.run(file, question, test -> answer(test, question));
        return Optional.of(question);
    }

    /** What a gap is worth of which it is not said. */
    private BigDecimal share(YamlMap gaps, List<String> names) {
        if (names.isEmpty()) {
            file.problem(file.line("gaps"), "\"gaps\" needs one gap at least, by its name.");
            return BigDecimal.ONE;
        }
        var maps = names.stream().flatMap(name -> gaps.map(name).stream()).toList();
        var said = maps.stream().filter(gap -> gap.has("points")).toList();
        var rest = points.subtract(
                said.stream().map(gap -> gap.number("points")).reduce(BigDecimal.ZERO, BigDecimal::add));
        var open = maps.size() - said.size();
        if (open == 0 ? rest.signum() != 0 : rest.signum() <= 0) {
            file.problem(
                    file.line("gaps"),
                    "The points of the gaps must add up to the question's %s.".formatted(points.toPlainString()));
            return BigDecimal.ONE;
        }
        return open == 0
                ? BigDecimal.ONE
                : rest.divide(BigDecimal.valueOf(open), SHARE_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    private static Optional<Question> gap(String name, YamlMap gap, BigDecimal share, Variants drawn, Labs labs) {
        var worth = gap.has("points") ? gap.number("points") : share;
        if (worth.signum() <= 0) {
            gap.problem(gap.line("points"), "The points of a gap must be above 0.");
        }
        var type = gap.text("type");
        return switch (type) {
            case "text" -> text(name, gap, worth);
            case "number" -> NumericFile.gap(name, gap, worth, drawn);
            case "choice" -> new ChoiceFile(gap, labs).gap(name, worth);
            case "" -> Optional.empty();
            default -> {
                gap.problem(
                        gap.line("type"),
                        "There is no type \"%s\" of gap. Known are text, number and choice.".formatted(type));
                yield Optional.empty();
            }
        };
    }

    private static Optional<Question> text(String name, YamlMap gap, BigDecimal worth) {
        gap.only("type", "points", "caseSensitive", "accept");
        return ShortAnswerFile.accepted(gap, worth)
                .map(accepted -> new ShortAnswer(
                        name,
                        new Words("", ""),
                        worth,
                        Optional.empty(),
                        gap.flag("caseSensitive"),
                        accepted,
                        List.of()));
    }

    private void places(Cloze question) {
        var texts = new ArrayList<>(List.of(question.prompt()));
        question.solutions().forEach(solution -> texts.add(solution.text()));
        question.gaps().stream()
                .filter(Question.SingleChoice.class::isInstance)
                .flatMap(gap -> ((Question.SingleChoice) gap).options().stream())
                .forEach(option -> texts.addAll(List.of(option.text(), option.feedback())));
        VariantsFile.places(file, question.variants(), texts);
    }

    private static Optional<Response> answer(YamlMap test, Cloze question) {
        return test.map("answer").flatMap(typed -> {
            Map<String, String> values = new TreeMap<>(typed.scalars());
            var response = new Response.Parts(values);
            if (question.fits(response)) {
                return Optional.of(response);
            }
            test.problem(
                    test.line("answer"),
                    "A test answers with lines such as \"%s: ...\", by the names of gaps and the ids of options."
                            .formatted(question.gaps().getFirst().id()));
            return Optional.empty();
        });
    }
}
