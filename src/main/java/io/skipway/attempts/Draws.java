package io.skipway.attempts;

import io.skipway.courseware.Draw;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Lab;
import io.skipway.lab.LabJson;
import io.skipway.lab.Measurement;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server draws for attempts. A question's variant, and the seed of a computed one, are drawn at the first look,
 * the seeds of a prediction or a repair when they are final; all are measured then, so before that there is no result to
 * see.
 */
@Component
class Draws {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SEEDS = 1_000_000;

    private final JdbcClient jdbc;
    private final Lab lab;
    private final TransactionOperations transactions;
    private final RandomGenerator random = new SecureRandom();

    Draws(JdbcClient jdbc, Lab lab, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.lab = lab;
        this.transactions = transactions;
    }

    /**
     * What was drawn at the first look, or is drawn now; two looks at once see the same. {@link Draw#NONE} where nothing is.
     * Another try at an exercise asks the same again; each sitting of a quiz has its own.
     */
    Draw look(AttemptId tried, Question question) {
        var computed = computed(question);
        var variants = question.variants();
        if (computed.isEmpty() && variants.none()) {
            return Draw.NONE;
        }
        var attempt = tried.sitting().isPresent()
                ? tried
                : new AttemptId(tried.person(), tried.course(), tried.exercise(), 1);
        var declared = Responses.hash(variants.declared());
        return first(attempt, declared).orElseGet(() -> {
            try {
                var seed = computed.map(key -> seed(key.experiment().seed(), 1)).orElse(0L);
                var draw = new Draw(seed, List.of(), variants.draw(random));
                transactions.executeWithoutResult(
                        tx -> jdbc.sql("insert into first_draw (person, course, exercise, number, declared, body)"
                                        + " values (?, ?, ?, ?, ?, ?)")
                                .params(row(attempt, declared, JSON.writeValueAsString(draw)))
                                .update());
                return draw;
            } catch (DuplicateKeyException another) {
                return first(attempt, declared).orElseThrow();
            }
        });
    }

    /** The question as the attempt's person sees it. */
    Question asked(AttemptId attempt, Question question) {
        return question.filled(look(attempt, question).values());
    }

    private static Optional<NumberKey.Computed> computed(Question question) {
        return question instanceof Question.Numeric numeric && numeric.key() instanceof NumberKey.Computed key
                ? Optional.of(key)
                : Optional.empty();
    }

    /**
     * Draws what is not drawn yet, and measures; keeps nothing of the measurement. The response is the one that is about to
     * be final.
     *
     * @throws ExperimentRejected if the sealed run can't be computed now
     */
    Draw make(AttemptId attempt, Question question, Response response) {
        return switch (question) {
            case Question.Prediction prediction -> {
                var seed = seed(prediction.experiment().seed(), 1);
                yield measured(attempt, Draw.NONE, prediction.experiment().seeded(seed), prediction.network());
            }
            case Question.Numeric numeric
            when numeric.key() instanceof NumberKey.Computed key -> {
                var draw = look(attempt, numeric);
                yield measured(
                        attempt,
                        draw,
                        key.experiment(draw.values(), draw.seed()),
                        key.quantity().network());
            }
            case Question.Repair repair
            when response instanceof Response.Settings(var values) -> accuracies(attempt, repair, values);
            default -> look(attempt, question);
        };
    }

    private Draw accuracies(AttemptId attempt, Question.Repair repair, Map<String, String> settings) {
        var seed = seed(repair.experiment().seed(), repair.seeds());
        var mended = LabJson.with(repair.with(settings), Map.of("seed", String.valueOf(seed)));
        return new Draw(seed, lab.trained(attempt.person(), mended, repair.seeds()));
    }

    private Draw measured(AttemptId attempt, Draw draw, GradientFlow experiment, Question.Network network) {
        var run =
                (Measurement.Gradients) lab.sealed(attempt.person(), experiment).getFirst();
        var profile = network == Question.Network.PLAIN ? run.plain() : run.residual();
        return draw.measured(experiment.seed(), Objects.requireNonNull(profile).dh());
    }

    /** So many seeds in a row, the first of which is given; never the seed of the sheet, which everybody can read. */
    private long seed(long shown, int many) {
        long seed;
        do {
            seed = random.nextInt(SEEDS - many + 1);
        } while (seed <= shown && shown < seed + many);
        return seed;
    }

    /** Keeps what was drawn and measured; where an attempt was reopened, in place of what was measured before. */
    void keep(AttemptId attempt, Draw draw) {
        jdbc.sql("delete from draw where person = ? and course = ? and exercise = ? and number = ?")
                .params(row(attempt))
                .update();
        if (!draw.equals(Draw.NONE)) {
            jdbc.sql("insert into draw (person, course, exercise, number, body) values (?, ?, ?, ?, ?)")
                    .params(row(attempt, JSON.writeValueAsString(draw)))
                    .update();
        }
    }

    /** What was measured; nothing before the submission. */
    Optional<Draw> find(AttemptId attempt) {
        return read(
                "select body from draw where person = ? and course = ? and exercise = ? and number = ?", row(attempt));
    }

    private Optional<Draw> first(AttemptId attempt, String declared) {
        return read(
                "select body from first_draw where person = ? and course = ? and exercise = ? and number = ?"
                        + " and declared = ?",
                row(attempt, declared));
    }

    private Optional<Draw> read(String select, Object... values) {
        return jdbc.sql(select)
                .params(values)
                .query(String.class)
                .optional()
                .map(body -> JSON.readValue(body, Draw.class));
    }

    private static Object[] row(AttemptId attempt, Object... more) {
        var values = new ArrayList<>(List.<Object>of(
                attempt.person().value(), attempt.course().value(), attempt.exercise(), attempt.number()));
        values.addAll(List.of(more));
        return values.toArray();
    }
}
