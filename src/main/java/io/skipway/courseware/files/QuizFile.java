package io.skipway.courseware.files;

import io.skipway.courseware.Question;
import io.skipway.courseware.Quiz;
import io.skipway.courseware.Quiz.Behaviour;
import io.skipway.courseware.Quiz.Counts;
import io.skipway.courseware.Quiz.Item;
import io.skipway.courseware.Quiz.Mode;
import io.skipway.courseware.Quiz.Review;
import io.skipway.courseware.Quiz.When;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the rules of one quiz, and sees to it that they can be kept. */
final class QuizFile {
    private static final int LONGEST_MINUTES = 7 * 24 * 60;
    private static final int LONGEST_GRACE_SECONDS = 600;
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_TRIES = 10;
    private static final int MOST_QUESTIONS = 200;

    private final String id;
    private final YamlMap file;
    private final Questions questions;
    private final Set<String> asked = new HashSet<>();

    /** Finds a question of the course, and reports one that is not there at the line. */
    interface Questions {
        Optional<Question> named(String id, int line);
    }

    QuizFile(String id, YamlMap file, Questions questions) {
        this.id = id;
        this.file = file;
        this.questions = questions;
    }

    Optional<Quiz> quiz() {
        var mode = word(file, "mode", Mode.class, Mode.EXAM);
        if (mode == Mode.PRACTICE) {
            file.only("title", "about", "mode", "sections");
        } else {
            file.only(
                    "title",
                    "about",
                    "mode",
                    "sections",
                    "opens",
                    "closes",
                    "minutes",
                    "grace",
                    "attempts",
                    "counts",
                    "delay",
                    "password",
                    "navigation",
                    "behaviour",
                    "tries",
                    "penalty",
                    "review");
        }
        var opens = time("opens");
        var closes = time("closes");
        if (opens.isPresent() && closes.isPresent() && !closes.get().isAfter(opens.get())) {
            file.problem(file.line("closes"), "The quiz must close after it opens.");
        }
        var quiz = new Quiz(
                id,
                file.words("title", UnaryOperator.identity()),
                file.words("about", Markdown::html),
                mode,
                sections(mode),
                opens,
                closes,
                whole("minutes", 1, LONGEST_MINUTES).stream()
                        .mapToObj(Duration::ofMinutes)
                        .findFirst(),
                Duration.ofSeconds(whole("grace", 0, LONGEST_GRACE_SECONDS).orElse(0)),
                whole("attempts", 1, MOST_ATTEMPTS),
                word(file, "counts", Counts.class, Counts.BEST),
                Duration.ofMinutes(whole("delay", 1, LONGEST_MINUTES).orElse(0)),
                file.optionalText("password").filter(word -> !word.isEmpty()),
                navigation(),
                behaviour(),
                review());
        return Optional.of(quiz);
    }

    private boolean navigation() {
        return word(file, "navigation", Navigation.class, Navigation.FREE) == Navigation.SEQUENTIAL;
    }

    private enum Navigation {
        FREE,
        SEQUENTIAL
    }

    private enum Behaving {
        DEFERRED,
        IMMEDIATE,
        TRIES,
        CERTAINTY
    }

    private Behaviour behaviour() {
        var behaving = word(file, "behaviour", Behaving.class, Behaving.DEFERRED);
        if (behaving != Behaving.TRIES) {
            List.of("tries", "penalty").stream()
                    .filter(file::has)
                    .forEach(key ->
                            file.problem(file.line(key), "\"%s\" goes with \"behaviour: tries\" only.".formatted(key)));
        }
        return switch (behaving) {
            case DEFERRED -> new Behaviour.Deferred();
            case IMMEDIATE -> new Behaviour.Immediate();
            case CERTAINTY -> new Behaviour.Certain();
            case TRIES -> {
                var tries = whole("tries", 2, MOST_TRIES);
                if (tries.isEmpty() && !file.has("tries")) {
                    file.problem(file.line("behaviour"), "Say how many \"tries\" there are.");
                }
                var penalty = file.has("penalty") ? file.number("penalty") : BigDecimal.ZERO;
                if (penalty.signum() < 0 || penalty.compareTo(BigDecimal.ONE) > 0) {
                    file.problem(file.line("penalty"), "\"penalty\" must be from 0 to 1, a share of the points.");
                }
                yield new Behaviour.Tries(tries.orElse(2), penalty);
            }
        };
    }

    private Review review() {
        if (!file.has("review")) {
            return new Review(When.SUBMITTED, When.SUBMITTED, When.SUBMITTED);
        }
        return file.map("review")
                .map(review -> {
                    review.only("points", "feedback", "solution");
                    var points = word(review, "points", When.class, When.SUBMITTED);
                    var feedback = word(review, "feedback", When.class, points);
                    var solution = word(review, "solution", When.class, feedback);
                    if (feedback.compareTo(points) < 0 || solution.compareTo(feedback) < 0) {
                        review.problem(
                                review.line(),
                                "Feedback tells the points, and the solution both: neither may be shown before the other.");
                    }
                    if (solution == When.CHECKED) {
                        review.problem(
                                review.line("solution"), "The solution is shown when all is submitted, or later.");
                    }
                    return new Review(points, feedback, solution);
                })
                .orElse(new Review(When.NEVER, When.NEVER, When.NEVER));
    }

    private List<Quiz.Section> sections(Mode mode) {
        var sections =
                file.maps("sections").stream().map(each -> section(each, mode)).toList();
        if (file.has("sections") && asked.isEmpty()) {
            file.problem(file.line("sections"), "The quiz has no question. Name one at least.");
        }
        if (asked.size() > MOST_QUESTIONS) {
            file.problem(file.line("sections"), "A quiz has %d questions at most.".formatted(MOST_QUESTIONS));
        }
        return sections;
    }

    private Quiz.Section section(YamlMap section, Mode mode) {
        section.only("title", "shuffled", "questions");
        var items =
                section.maps("questions").stream().map(item -> item(item, mode)).toList();
        if (section.has("questions") && items.isEmpty()) {
            section.problem(section.line("questions"), "The section has no question. Name one, or remove the section.");
        }
        return new Quiz.Section(
                section.words("title", UnaryOperator.identity()),
                section.has("shuffled") && section.flag("shuffled"),
                items);
    }

    private Item item(YamlMap item, Mode mode) {
        if (item.has("pool")) {
            item.only("pool", "draw", "points");
            var pool = item.texts("pool");
            pool.forEach(question -> ask(question, item, item.line("pool"), mode));
            var draw = item.number("draw");
            var whole = draw.stripTrailingZeros().scale() <= 0;
            if (item.has("draw")
                    && (!whole || draw.signum() <= 0 || draw.compareTo(BigDecimal.valueOf(pool.size())) > 0)) {
                item.problem(
                        item.line("draw"),
                        "\"draw\" must be a whole number from 1 to %d, the pool's size.".formatted(pool.size()));
            }
            return new Item(pool, Math.clamp(draw.intValue(), 0, pool.size()), points(item));
        }
        item.only("question", "points");
        var question = item.text("question");
        if (!question.isEmpty()) {
            ask(question, item, item.line("question"), mode);
        }
        return new Item(question.isEmpty() ? List.of() : List.of(question), question.isEmpty() ? 0 : 1, points(item));
    }

    private void ask(String id, YamlMap item, int line, Mode mode) {
        if (!asked.add(id)) {
            item.problem(line, "The question \"%s\" stands in this quiz twice.".formatted(id));
        }
        questions.named(id, line).ifPresent(question -> {
            if (mode == Mode.PRACTICE && !question.practised()) {
                item.problem(
                        line, "The question \"%s\" can't be practised: no machine marks it at once.".formatted(id));
            }
        });
    }

    private static Optional<BigDecimal> points(YamlMap item) {
        if (!item.has("points")) {
            return Optional.empty();
        }
        var points = item.number("points");
        if (points.signum() <= 0 || points.compareTo(BigDecimal.valueOf(1000)) > 0) {
            item.problem(item.line("points"), "\"points\" must be above 0 and at most 1000.");
        }
        return Optional.of(points);
    }

    private OptionalInt whole(String key, int least, int most) {
        if (!file.has(key)) {
            return OptionalInt.empty();
        }
        var number = file.number(key);
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            file.problem(file.line(key), "\"%s\" must be a whole number from %d to %d.".formatted(key, least, most));
            return OptionalInt.empty();
        }
        return OptionalInt.of(number.intValue());
    }

    private Optional<Instant> time(String key) {
        var text = file.optionalText(key).filter(value -> !value.isEmpty());
        try {
            return text.map(value -> OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            file.problem(
                    file.line(key),
                    "\"%s\" must be a time with its zone, such as 2026-11-30T09:00+09:00.".formatted(key));
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E word(YamlMap map, String key, Class<E> words, E otherwise) {
        if (!map.has(key)) {
            return otherwise;
        }
        var told = map.text(key);
        var known = Arrays.stream(words.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(told)) {
            if (!told.isEmpty()) {
                map.problem(map.line(key), "\"%s\" must be one of %s.".formatted(key, String.join(", ", known)));
            }
            return otherwise;
        }
        return words.getEnumConstants()[known.indexOf(told)];
    }
}
