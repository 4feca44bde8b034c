package io.skipway.learn;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.Marker;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.NumberText;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import io.skipway.lab.LabJson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells what came of a number: to be asked after the submission only. */
@Component
class Numbers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MathContext TOLD = new MathContext(3);
    private static final MathContext COMPUTED = new MathContext(6);

    private final Attempts attempts;
    private final Courses courses;

    Numbers(Attempts attempts, Courses courses) {
        this.attempts = attempts;
        this.courses = courses;
    }

    AnswerState.@Nullable Numbered of(UserId me, Attempt attempt, Question question) {
        var response = attempt.answered().orElse(null);
        if (!(question instanceof Question.Numeric numeric && response instanceof Response.Number(var text))) {
            return null;
        }
        var draw = attempts.draw(me, attempt.id());
        if (!(NumberText.read(text, numeric.unit()) instanceof NumberText.Reading.Value(var value)
                && Marker.mark(numeric, draw, response) instanceof Marker.Mark.Points(var points, var right))) {
            return null;
        }
        var key = numeric.key().value(draw);
        var distance = numeric.tolerance().distance(value, key);
        var computed = numeric.key() instanceof NumberKey.Computed;
        return new AnswerState.Numbered(
                value.toString(),
                told(numeric.key(), key).toString(),
                numeric.tolerance().measure().name().toLowerCase(Locale.ROOT),
                Double.isFinite(distance) ? distance : null,
                points,
                numeric.points(),
                computed ? draw.seed() : null,
                lab(attempt.id().course(), numeric.key(), draw));
    }

    /** A key as it is told: what was measured or computed has more digits than say anything, unless it is whole. */
    static BigDecimal told(NumberKey of, BigDecimal key) {
        return switch (of) {
            case NumberKey.Given given -> key;
            case NumberKey.Formula formula -> key.stripTrailingZeros().scale() > 0 ? key.round(COMPUTED) : key;
            case NumberKey.Computed measured -> key.round(TOLD);
        };
    }

    /** Where exactly this network can be run; null where the lab is not there any more. */
    private @Nullable String lab(CourseId course, NumberKey key, Draw draw) {
        return key instanceof NumberKey.Computed computed
                ? courses.newest(course)
                        .filter(edition -> edition.offeredLab(computed.lab()).isPresent())
                        .map(edition -> LabsView.address(edition, computed.lab()) + "?" + settings(computed, draw))
                        .orElse(null)
                : null;
    }

    private static String settings(NumberKey.Computed computed, Draw draw) {
        Map<?, ?> settings = JSON.readValue(LabJson.write(computed.experiment(draw.values(), draw.seed())), Map.class);
        return computed.experiment().controls().stream()
                .map(control -> control.name() + "=" + settings.get(control.name()))
                .collect(Collectors.joining("&"));
    }
}
