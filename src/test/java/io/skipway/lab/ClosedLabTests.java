package io.skipway.lab;

import static io.skipway.lab.FakeEngine.flow;
import static io.skipway.lab.FakeEngine.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Ada has yet to lock a prediction: whichever way she asks, the lab tells her nothing; and Ben notices nothing. */
class ClosedLabTests extends LabScene {
    private final GradientFlow experiment = flow(seed());
    private Run before = queued();

    private Run queued() {
        return new Run(
                RunId.random(),
                Run.State.QUEUED,
                experiment,
                "",
                "",
                java.util.List.of(),
                0,
                null,
                null,
                null,
                java.time.Instant.EPOCH,
                null);
    }

    @BeforeEach
    void adaRanItBeforeSheWasToPredict() {
        before = done(ada, lab.run(ada, experiment));
        closures.predicting.add(ada);
    }

    @Test
    void nothingIsRunExploredReadRepeatedOrPinned() {
        engine.started.clear();
        assertClosed(() -> lab.run(ada, experiment));
        assertClosed(() -> lab.run(ada, flow(seed())));
        assertClosed(() -> lab.explore(ada, flow(seed())));
        assertClosed(() -> lab.after(ada, before.id(), 0));
        assertClosed(() -> lab.cancel(ada, before.id()));
        assertClosed(() -> lab.replay(ada, before.id()));
        assertClosed(() -> lab.verify(ada, before.id()));
        assertThat(lab.mayRead(ada, before.id())).isFalse();
        assertThat(desk.unfinished()).isZero();
        assertThat(engine.started).isEmpty();
    }

    @Test
    void aRunOfAnotherIsClosedTooAndStaysUnknownWithoutARight() {
        var bens = done(ben, lab.run(ben, flow(seed())));
        assertThatThrownBy(() -> lab.after(ada, bens.id(), 0)).isInstanceOf(AccessDeniedException.class);
        graders.readable.add(bens.id());
        assertClosed(() -> lab.after(ada, bens.id(), 0));
        assertThat(lab.mayRead(ada, bens.id())).isFalse();
        assertThat(lab.after(ben, bens.id(), 0).measurements()).isNotEmpty();
    }

    @Test
    void otherLabsAreOpenAndAllIsReadableAfterTheLock() {
        assertThat(lab.closed(ada, new IdentityTerm(0.5, Activation.TANH, "none", 8, 1)))
                .isFalse();
        closures.predicting.clear();
        assertThat(lab.after(ada, before.id(), 0).measurements()).hasSize(4);
        assertThat(lab.mayRead(ada, before.id())).isTrue();
    }

    @Test
    void theSealedRunIsComputedAndLeavesNoTrace() {
        engine.started.clear();
        var sealed = flow(seed());
        assertThat(lab.sealed(ada, sealed)).containsExactly(measured(sealed, 0));
        assertThat(engine.started).isEmpty();
        assertThat(desk.unfinished()).isZero();
    }

    private static void assertClosed(ThrowingCallable asking) {
        assertThat(rejected(asking).code()).isEqualTo("prediction-open");
    }
}
