package io.skipway.lab;

import static io.skipway.lab.FakeEngine.flow;
import static io.skipway.lab.FakeEngine.measured;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.skipway.identity.UserId;
import io.skipway.lab.engine.Engine;
import io.skipway.lab.engine.EngineFailure;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** A result that is computed again, and compared. */
class ReplayTests extends LabScene {
    @Test
    void replaysBitForBitOnTheSameKernel() {
        var run = done(ada, lab.run(ada, flow(seed())));
        var replay = done(ada, lab.replay(ada, run.id()));
        assertThat(replay.id()).isNotEqualTo(run.id());
        assertThat(replay.comparison()).isEqualTo(new Run.Comparison(true, true, 4 * (1 + 2 + 5 + 4), 0, 0, 0));
        assertThat(engine.started).hasSize(2);

        engine.running = off(1e-12);
        var other = requireNonNull(done(ada, lab.replay(ada, replay.id())).comparison());
        assertThat(other.equal()).isFalse();
        assertThat(other.greatest()).isBetween(1e-13, 1e-11);
        assertThat(lab.run(ben, run.experiment()).id()).isEqualTo(run.id());
    }

    @Test
    void replaysWithinTheToleranceOnAnotherKernel() {
        var run = done(ada, lab.run(ada, flow(seed())));
        engine.kernel = "another";
        engine.running = off(1e-12);
        var near = requireNonNull(done(ada, lab.replay(ada, run.id())).comparison());
        assertThat(near.equal()).isTrue();
        assertThat(near.bitForBit()).isFalse();
        assertThat(near.tolerance()).isEqualTo(1e-9);

        engine.running = off(1e-6);
        var far = requireNonNull(done(ada, lab.replay(ada, run.id())).comparison());
        assertThat(far.equal()).isFalse();
    }

    @Test
    void verifiesBesideTheQueueAgainstWhatTheRunKeeps() {
        var run = done(ada, lab.run(ada, flow(seed())));
        var verification = verified(ada, run);
        assertThat(verification.agrees()).isTrue();
        var stored = requireNonNull(verification.stored());
        assertThat(stored.bitForBit()).isTrue();
        assertThat(stored.values()).isEqualTo(4 * (1 + 2 + 5 + 4));
        assertThat(desk.unfinished()).isZero();

        engine.running = off(1e-12);
        var other = verified(ada, run);
        assertThat(other.agrees()).isFalse();
        assertThat(requireNonNull(other.stored()).greatest()).isBetween(1e-13, 1e-11);

        engine.kernel = "another";
        assertThat(verified(ada, run).agrees()).isTrue();
    }

    @Test
    void aVerificationIsTheOneAskedForLastAndIsToldToWhoMayReadTheRun() {
        var first = done(ada, lab.run(ada, flow(seed())));
        var second = done(ada, lab.run(ada, flow(seed())));
        assertThatThrownBy(() -> lab.verify(ben, first.id())).isInstanceOf(AccessDeniedException.class);
        shutTheGate();
        engine.started.clear();
        assertThat(lab.verify(ada, first.id()).verification()).isNull();
        await().until(() -> engine.started.contains(first.experiment()));
        assertThat(lab.verify(ada, second.id()).verification()).isNull();
        engine.started.clear();
        gate.countDown();
        assertThat(verified(ada, second).agrees()).isTrue();
        assertThat(engine.started).containsExactly(second.experiment());
    }

    @Test
    void whatBreaksInAVerificationIsSaid() {
        var run = done(ada, lab.run(ada, flow(seed())));
        engine.running = (_, _) -> {
            throw new EngineFailure("native-error", Map.of());
        };
        assertThat(rejected(() -> verified(ada, run)).code()).isEqualTo("native-error");
        engine.reset();
        assertThat(verified(ada, run).agrees()).isTrue();
    }

    private Verification verified(UserId who, Run run) {
        return requireNonNull(await().until(() -> lab.verify(who, run.id()), it -> it.verification() != null)
                .verification());
    }

    @Test
    void replaysNothingThatHasNoResult() {
        engine.running = (_, _) -> {
            throw new EngineFailure("not-finite", Map.of());
        };
        var failed = ended(ada, lab.run(ada, flow(seed())));
        assertThat(rejected(() -> lab.replay(ada, failed.id())).code()).isEqualTo("not-done");
    }

    /** The default numbers, each too great by a part. */
    private static BiConsumer<Experiment, Engine.Progress> off(double part) {
        return (experiment, progress) -> {
            for (int step = 0; step <= 3; step++) {
                var plain = requireNonNull(((Measurement.Gradients) measured(experiment, step)).plain());
                var dh = plain.dh().stream().map(norm -> norm * (1 + part)).toList();
                progress.measured(new Measurement.Gradients(
                        step, new Measurement.Profile(plain.loss(), plain.accuracy(), dh, plain.dw()), null));
            }
        };
    }
}
