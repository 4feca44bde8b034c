package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Unanswerable;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Words;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import io.skipway.lab.RunId;
import io.skipway.player.LabPanel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.MockitoAnnotations;

/** A student holds runs as evidence beside an answer. */
class StudentExercisesTests {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");

    private final UserId mina = UserId.random();
    private final RunId run = RunId.random();
    private final AttemptId first = new AttemptId(mina, COURSE, "essay", 1);
    private final AttemptId second = new AttemptId(mina, COURSE, "essay", 2);
    private final Attempts attempts = mock();
    private final LabPanel panel = mock();
    private final Question question = new Question.Essay(
            "essay", NONE, BigDecimal.TEN, Optional.empty(), 100, new Question.Rubric(List.of()), List.of());

    @Captor
    private ArgumentCaptor<Consumer<RunId>> pin;

    @BeforeEach
    void openTheLesson() {
        MockitoAnnotations.openMocks(this);
        when(attempts.current(mina, COURSE, "essay")).thenReturn(first);
        var edition = new Edition(COURSE, new EditionId("one"), NONE, NONE, List.of());
        new StudentExercises(mina, edition, Language.EN, mock(Courses.class), attempts, experiment -> false, () -> {})
                .beside(question, panel);
        verify(panel).pinnable(pin.capture(), any());
    }

    @Test
    void pinsARunToTheAnswer() {
        when(attempts.pin(mina, first, run)).thenReturn(holding(first, run));
        pin.getValue().accept(run);
        verify(panel).pinned(List.of(run));
    }

    @Test
    void afterTheSubmissionNothingIsPinnedAndNothingBreaks() {
        var before = RunId.random();
        when(attempts.pin(mina, first, run)).thenThrow(new Unanswerable("submitted"));
        when(attempts.find(mina, first)).thenReturn(Optional.of(holding(first, before)));
        assertThatCode(() -> pin.getValue().accept(run)).doesNotThrowAnyException();
        verify(panel).pinned(List.of(before));
    }

    @Test
    void whoTriesAgainPinsToTheNewTry() {
        when(attempts.next(mina, first)).thenReturn(Optional.of(second));
        when(attempts.pin(mina, second, run)).thenReturn(holding(second, run));
        pin.getValue().accept(run);
        verify(panel).pinned(List.of(run));
    }

    private static Attempt holding(AttemptId id, RunId run) {
        return new Attempt(
                id,
                new QuestionRef(COURSE, new EditionId("one"), "essay"),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                List.of(new Attempt.Pin(run, Instant.EPOCH)));
    }
}
