package io.skipway.lab;

import static io.skipway.lab.FakeEngine.flow;
import static io.skipway.lab.FakeEngine.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.skipway.lab.engine.Engine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes die, stall and stop; a run ends once, and has each measurement once. */
class FencingTests extends LabScene {
    @Autowired
    Runs runs;

    @Autowired
    Askers askers;

    @Autowired
    Measurements measurements;

    @Autowired
    Runner runner;

    @Autowired
    Replays replays;

    @Autowired
    ObjectProvider<Engine> engines;

    @Autowired
    ObjectProvider<Clock> clocks;

    @Autowired
    DataFiles data;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    @Test
    void startsARunAgainWhoseProcessWasKilled() {
        var run = queued();
        var dead = claimed(run);
        measurements.add(dead, 1, measured(run.experiment(), 0));
        measurements.add(dead, 2, measured(run.experiment(), 1));
        // What db-scheduler's table looks like then: picked, by a node whose heart has stopped.
        var longAgo = Runs.time(Instant.now().minus(1, ChronoUnit.HOURS));
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                    last_heartbeat, version, priority)
                values ('run', ?, ?, true, 'a killed node', ?, 1, 0)
                """).params(run.id().toString(), longAgo, longAgo).update();

        var done = done(ada, run);
        assertThat(done.measurements()).extracting(Run.Entry::sequence).containsExactly(1, 2, 3, 4);
        assertThat(rows(run)).isEqualTo(4);
        assertThat(engine.started).hasSize(1);
    }

    @Test
    void shutsOutACopyThatWasOnlyStalled() {
        var goOn = new CountDownLatch(1);
        engine.running = (experiment, progress) -> {
            progress.measured(measured(experiment, 0));
            pass(goOn);
            FakeEngine.steps(experiment, progress);
        };
        var run = queued();
        var stalled = CompletableFuture.runAsync(() -> runner.execute(run.id(), () -> false));
        await().until(() -> !measurements.after(run.id(), 0).isEmpty());

        engine.running = FakeEngine::steps;
        runner.execute(run.id(), () -> false);
        var done = lab.after(ada, run.id(), 0);
        assertThat(done.state()).isEqualTo(Run.State.DONE);
        goOn.countDown();
        stalled.join();
        assertThat(lab.after(ada, run.id(), 0)).isEqualTo(done);
        assertThat(rows(run)).isEqualTo(4);
    }

    @Test
    void keepsWhatAReaderSawWhileARunStartsAgain() {
        var run = queued();
        var first = claimed(run);
        for (int step = 0; step < 3; step++) {
            measurements.add(first, step + 1, measured(run.experiment(), step));
        }
        assertThat(lab.after(ada, run.id(), 0).last()).isEqualTo(3);

        var second = claimed(run);
        measurements.clear(second);
        measurements.add(second, 1, measured(run.experiment(), 0));
        assertThat(measurements.add(first, 4, measured(run.experiment(), 3))).isFalse();
        var again = lab.after(ada, run.id(), 3);
        assertThat(again.measurements()).isEmpty();
        assertThat(again.last()).isEqualTo(3);
        runs.cancel(run.id(), Instant.now());
    }

    @Test
    void failsWhatTakesTooLong() {
        var hasty = new Runner(runs, measurements, replays, engines, settings(Duration.ZERO), data, clocks, meters);
        engine.running = (_, progress) -> await().until(progress::cancelled);
        var run = queued();
        hasty.execute(run.id(), () -> false);
        assertThat(lab.after(ada, run.id(), 0).failure())
                .isEqualTo(new Run.Failure("time-limit", Map.of("seconds", 0)));
    }

    @Test
    void putsARunBackWhenTheServerStops() {
        var run = queued();
        assertThatThrownBy(() -> runner.execute(run.id(), () -> true)).isInstanceOf(Runner.PutBack.class);
        assertThat(lab.after(ada, run.id(), 0).state()).isEqualTo(Run.State.QUEUED);
        runner.execute(run.id(), () -> false);
        assertThat(lab.after(ada, run.id(), 0).measurements()).hasSize(4);
    }

    @Test
    void failsARunThatNoTryCouldEnd() {
        var run = queued();
        runner.giveUp(run.id());
        assertThat(lab.after(ada, run.id(), 0).failure()).isEqualTo(new Run.Failure("internal", Map.of()));
    }

    /** A run of ada's in the store that no task stands for. */
    private Run queued() {
        var experiment = flow(seed());
        var stamp = Stamp.of(engine, experiment);
        var run = new Run(
                RunId.random(),
                Run.State.QUEUED,
                experiment,
                stamp.digest(experiment),
                stamp.toString(),
                List.of(),
                0,
                null,
                null,
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                null);
        runs.add(run, ada, 0, null);
        askers.asks(ada, run.id(), Instant.now());
        return run;
    }

    private Job claimed(Run run) {
        return runs.claim(run.id(), UUID.randomUUID()).orElseThrow();
    }

    private int rows(Run run) {
        return jdbc.sql("select count(*) from measurement where run = ?")
                .param(run.id().value())
                .query(Integer.class)
                .single();
    }

    private static LabSettings settings(Duration timeLimit) {
        return new LabSettings(1, 1, timeLimit, Duration.ZERO, 1, 1, Duration.ZERO, 1);
    }
}
