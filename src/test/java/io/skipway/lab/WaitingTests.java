package io.skipway.lab;

import static io.skipway.lab.FakeEngine.flow;
import static io.skipway.lab.FakeEngine.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.skipway.identity.UserId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The queue: fair, bounded, and left at any time. */
class WaitingTests extends LabScene {
    @Autowired
    MeterRegistry meters;

    @Test
    void letsNobodyWaitBehindAllTheRunsOfOnePerson() {
        var permits = new Semaphore(0);
        engine.running = (experiment, progress) -> {
            permits.acquireUninterruptibly();
            FakeEngine.steps(experiment, progress);
        };
        var ofAda =
                IntStream.range(0, 20).mapToObj(_ -> lab.run(ada, flow(seed()))).toList();
        var ofBen = lab.run(ben, flow(seed()));
        try {
            await().until(() -> engine.started.size() == 2);
            assertThat(waiting(ben, ofBen).position()).isLessThanOrEqualTo(2);
            assertThat(waiting(ada, ofAda.getLast()).position()).isEqualTo(19);
            assertThat(waiting(ada, ofAda.getLast()).seconds())
                    .isGreaterThanOrEqualTo(waiting(ben, ofBen).seconds());

            // Two may have been taken from the queue before ben came.
            for (int started = 3; started <= 5; started++) {
                permits.release();
                int expected = started;
                await().until(() -> engine.started.size() == expected);
            }
            assertThat(engine.started).contains(ofBen.experiment());
        } finally {
            permits.release(21);
        }
    }

    @Test
    void computesWhatALessonOpensWithBehindAllPeople() {
        var permits = new Semaphore(0);
        engine.running = (experiment, progress) -> {
            permits.acquireUninterruptibly();
            FakeEngine.steps(experiment, progress);
        };
        var openings = IntStream.range(0, 6).mapToObj(_ -> flow(seed())).toList();
        openings.forEach(lab::prepare);
        openings.forEach(lab::prepare);
        var ofAda =
                IntStream.range(0, 8).mapToObj(_ -> lab.run(ada, flow(seed()))).toList();
        try {
            // Two run, and two more may have been taken from the queue before ada came.
            await().until(() -> engine.started.size() == 2);
            for (int started = 3; started <= 12; started++) {
                permits.release();
                int expected = started;
                await().until(() -> engine.started.size() == expected);
            }
            assertThat(engine.started)
                    .containsAll(ofAda.stream().map(Run::experiment).toList());
        } finally {
            permits.release(14);
        }
        await().until(() -> desk.unfinished() == 0);
        assertThat(engine.started).hasSize(14);
        assertThat(lab.run(ben, openings.getLast()).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void saysHowLongAFullQueueTakes() {
        shutTheGate();
        IntStream.range(0, 20).forEach(_ -> lab.run(ada, flow(seed())));
        var mine = rejected(() -> lab.run(ada, flow(seed())));
        assertThat(mine.code()).isEqualTo("queue-full");
        assertThat(mine.details().get("waitSeconds")).asInstanceOf(INTEGER).isPositive();

        // Another still may, until all together have taken every place.
        IntStream.range(0, 10).forEach(_ -> lab.run(ben, flow(seed())));
        assertThat(rejected(() -> lab.run(UserId.random(), flow(seed()))).code())
                .isEqualTo("queue-full");
        assertThat(meters.get("skipway.runs.queued").gauge().value()).isGreaterThanOrEqualTo(28);
    }

    @Test
    void stopsACancelledRunWithinAStep() {
        var steps = new AtomicInteger();
        var returned = new CountDownLatch(1);
        engine.running = (experiment, progress) -> {
            while (!progress.cancelled()) {
                progress.measured(measured(experiment, steps.getAndIncrement()));
            }
            returned.countDown();
        };
        var experiment = flow(seed());
        var run = lab.run(ada, experiment);
        await().until(() -> steps.get() > 0);
        assertThat(lab.cancel(ada, run.id()).state()).isEqualTo(Run.State.CANCELLED);
        await().until(() -> returned.getCount() == 0);
        assertThat(lab.after(ada, run.id(), 0).state()).isEqualTo(Run.State.CANCELLED);

        engine.running = FakeEngine::steps;
        assertThat(done(ada, lab.run(ada, experiment)).id()).isNotEqualTo(run.id());
    }

    @Test
    void neverStartsARunThatWasCancelledInTheQueue() {
        shutTheGate();
        lab.run(ben, flow(seed()));
        lab.run(ben, flow(seed()));
        await().until(() -> engine.started.size() == 2);
        var run = lab.run(ada, flow(seed()));
        lab.cancel(ada, run.id());
        var next = lab.run(ada, flow(seed()));
        gate.countDown();
        done(ada, next);
        assertThat(engine.started).doesNotContain(run.experiment()).contains(next.experiment());
    }

    @Test
    void goesOnForThoseWhoStillWait() {
        shutTheGate();
        var run = lab.run(ada, flow(seed()));
        assertThat(lab.run(ben, run.experiment()).id()).isEqualTo(run.id());
        assertThat(lab.cancel(ada, run.id()).state()).isEqualTo(Run.State.CANCELLED);
        assertThat(lab.after(ada, run.id(), 0).state()).isEqualTo(Run.State.CANCELLED);
        assertThat(lab.after(ben, run.id(), 0).state()).isIn(Run.State.QUEUED, Run.State.RUNNING);

        gate.countDown();
        assertThat(done(ben, run).measurements()).isNotEmpty();
        assertThat(lab.after(ada, run.id(), 0).state()).isEqualTo(Run.State.DONE);
    }
}
