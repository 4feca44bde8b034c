package io.skipway.attempts;

import io.skipway.courseware.Draw;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Lab;
import io.skipway.lab.LabJson;
import io.skipway.lab.Measurement;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the server draws for attempts. A prediction or a repair is measured when it is final, so before that there is nothing to see. */
@Component
class Draws {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SEEDS = 1_000_000;

    private final JdbcClient jdbc;
    private final Lab lab;
    private final RandomGenerator seeds = new SecureRandom();

    Draws(JdbcClient jdbc, Lab lab) {
        this.jdbc = jdbc;
        this.lab = lab;
    }

    /**
     * Draws and measures; keeps nothing. The response is the one that is about to be final.
     *
     * @throws ExperimentRejected if the sealed run can't be computed now
     */
    Draw make(AttemptId attempt, Question question, Response response) {
        return switch (question) {
            case Question.Prediction prediction -> gradients(attempt, prediction);
            case Question.Repair repair
            when response instanceof Response.Settings(var values) -> accuracies(attempt, repair, values);
            default -> Draw.NONE;
        };
    }

    private Draw accuracies(AttemptId attempt, Question.Repair repair, Map<String, String> settings) {
        var seed = fresh(repair.experiment().seed(), repair.seeds());
        var mended = LabJson.with(repair.with(settings), Map.of("seed", String.valueOf(seed)));
        return new Draw(seed, lab.trained(attempt.person(), mended, repair.seeds()));
    }

    /** So many seeds in a row, the first of which is given; never the seed of the sheet, which everybody can read. */
    private long fresh(long shown, int many) {
        long seed;
        do {
            seed = seeds.nextInt(SEEDS - many + 1);
        } while (seed <= shown && shown < seed + many);
        return seed;
    }

    private Draw gradients(AttemptId attempt, Question.Prediction prediction) {
        var seed = fresh(prediction.experiment().seed(), 1);
        var run = (Measurement.Gradients)
                lab.sealed(attempt.person(), prediction.experiment().seeded(seed))
                        .getFirst();
        var profile = prediction.network() == Question.Network.PLAIN ? run.plain() : run.residual();
        return Draw.of(seed, Objects.requireNonNull(profile).dh());
    }

    /** Keeps what was drawn, once. */
    void keep(AttemptId attempt, Draw draw) {
        if (!draw.equals(Draw.NONE)) {
            jdbc.sql("insert into draw (person, course, exercise, number, body) values (?, ?, ?, ?, ?)")
                    .params(
                            attempt.person().value(),
                            attempt.course().value(),
                            attempt.exercise(),
                            attempt.number(),
                            JSON.writeValueAsString(draw))
                    .update();
        }
    }

    Optional<Draw> find(AttemptId attempt) {
        return jdbc.sql("select body from draw where person = ? and course = ? and exercise = ? and number = ?")
                .params(attempt.person().value(), attempt.course().value(), attempt.exercise(), attempt.number())
                .query(String.class)
                .optional()
                .map(body -> JSON.readValue(body, Draw.class));
    }
}
