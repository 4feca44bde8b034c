package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Saved;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Draw;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumbersTests {
    private static final NumberKey FORMULA = new NumberKey.Formula("a / b");

    @Test
    void aComputedKeyIsToldWithSixFigures() {
        assertThat(Numbers.told(FORMULA, new BigDecimal("807.793566946316"))).isEqualTo("807.794");
    }

    /** As of an exam that ended with it: nothing was measured for it. */
    @Test
    void aComputedNumberThatWasTakenBackIsToldWithoutItsKey() {
        var me = UserId.random();
        var id = new AttemptId(me, new CourseId("c"), "exam.number", 1);
        var attempts = mock(Attempts.class);
        when(attempts.draw(me, id)).thenReturn(Draw.NONE);
        var taken = new Attempt(
                id,
                new QuestionRef(id.course(), new EditionId("e"), "number"),
                Instant.EPOCH,
                Optional.of(new Saved(2, "w", new Response.Number(""), Instant.EPOCH, "")),
                Optional.of(Instant.EPOCH),
                List.of());
        assertThat(new Numbers(attempts, mock(Courses.class)).of(me, taken, AnswersEndpointTests.NUMBER))
                .isNull();
    }

    @Test
    void aWholeKeyKeepsAllItsFigures() {
        assertThat(Numbers.told(FORMULA, new BigDecimal("1849688064.0"))).isEqualTo("1849688064.0");
        var given = new BigDecimal("3.14159265");
        assertThat(Numbers.told(new NumberKey.Given(given), given)).isEqualTo(given);
    }
}
