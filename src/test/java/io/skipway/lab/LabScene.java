package io.skipway.lab;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.skipway.identity.UserId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two people before a lab with a working queue, and a gate that holds the runs that have started. Each test has new
 * people, which a module test does not do by itself.
 */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
abstract class LabScene {
    private static final AtomicLong SEEDS = new AtomicLong();

    @Autowired
    Lab lab;

    @Autowired
    FakeEngine engine;

    @Autowired
    LabTest.Graders graders;

    @Autowired
    LabTest.Closures closures;

    @Autowired
    Desk desk;

    final UserId ada = UserId.random();
    final UserId ben = UserId.random();
    final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void openTheGateAndEmptyTheQueue() {
        gate.countDown();
        await().until(() -> desk.unfinished() == 0);
        engine.reset();
        graders.readable.clear();
        closures.predicting.clear();
    }

    /** One that no test has run before. */
    static long seed() {
        return SEEDS.incrementAndGet();
    }

    /** Runs start, and end when the gate is opened. */
    void shutTheGate() {
        engine.running = (experiment, progress) -> {
            pass(gate);
            FakeEngine.steps(experiment, progress);
        };
    }

    static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Run.Waiting waiting(UserId who, Run run) {
        return requireNonNull(lab.after(who, run.id(), 0).waiting());
    }

    Run done(UserId who, Run run) {
        var ended = ended(who, run);
        assertThat(ended.state()).isEqualTo(Run.State.DONE);
        return ended;
    }

    Run ended(UserId who, Run run) {
        return await().until(() -> lab.after(who, run.id(), 0), it -> it.state().finished());
    }

    static ExperimentRejected rejected(ThrowingCallable asking) {
        return requireNonNull(catchThrowableOfType(ExperimentRejected.class, asking));
    }
}
