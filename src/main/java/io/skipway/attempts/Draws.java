package io.skipway.attempts;

import io.skipway.courseware.Draw;
import io.skipway.courseware.Question;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Lab;
import io.skipway.lab.Measurement;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the server draws for attempts. A prediction is measured when it is locked, so before that there is nothing to see. */
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
     * Draws and measures; keeps nothing.
     *
     * @throws ExperimentRejected if the sealed run can't be computed now
     */
    Draw make(AttemptId attempt, Question question) {
        if (!(question instanceof Question.Prediction prediction)) {
            return Draw.NONE;
        }
        // Never the seed of the sheet, which everybody can read.
        var shown = prediction.experiment().seed();
        long seed;
        do {
            seed = seeds.nextInt(SEEDS);
        } while (seed == shown);
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
