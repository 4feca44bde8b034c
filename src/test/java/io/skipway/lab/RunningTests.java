package io.skipway.lab;

import static io.skipway.lab.FakeEngine.flow;
import static io.skipway.lab.FakeEngine.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.skipway.identity.UserId;
import io.skipway.lab.engine.EngineFailure;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What those who ask for a run are promised. */
class RunningTests extends LabScene {
    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MeterRegistry meters;

    @Test
    void runsTheSameExperimentOnceAndShowsItToAllWhoAsked() {
        var experiment = flow(seed());
        var first = lab.run(ada, experiment);
        var done = done(ada, first);
        assertThat(done.measurements()).extracting(Run.Entry::sequence).containsExactly(1, 2, 3, 4);
        assertThat(done.measurements().getLast().value()).isEqualTo(measured(experiment, 3));
        assertThat(done.last()).isEqualTo(4);
        assertThat(done.engine()).isEqualTo("fake 1, none");

        assertThat(lab.run(ben, flow(experiment.seed()))).isEqualTo(done);
        assertThat(engine.started).containsExactly(experiment);
    }

    @Test
    void givesEveryoneTheSameRunHoweverManyAskAtOnce() throws Exception {
        shutTheGate();
        var experiment = flow(seed());
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<RunId> asks = () -> lab.run(UserId.random(), experiment).id();
            var ids = new HashSet<RunId>();
            for (var asked :
                    threads.invokeAll(IntStream.range(0, 24).mapToObj(_ -> asks).toList())) {
                ids.add(asked.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void runsAnotherSeedAnotherKernelAndAFailureAnew() {
        var experiment = flow(seed());
        var one = lab.run(ada, experiment);
        assertThat(lab.run(ada, flow(seed())).digest()).isNotEqualTo(one.digest());
        engine.kernel = "another";
        assertThat(lab.run(ada, experiment).digest()).isNotEqualTo(one.digest());

        engine.running = (_, _) -> {
            throw new EngineFailure("not-finite", Map.of("step", 2));
        };
        var doomed = flow(seed());
        var failed = ended(ada, lab.run(ada, doomed));
        assertThat(failed.state()).isEqualTo(Run.State.FAILED);
        assertThat(failed.failure()).isEqualTo(new Run.Failure("not-finite", Map.of("step", 2)));
        engine.running = FakeEngine::steps;
        assertThat(done(ada, lab.run(ada, doomed)).id()).isNotEqualTo(failed.id());
    }

    @Test
    void makesWhateverBreaksInTheEngineTheResult() {
        engine.running = (experiment, progress) -> {
            progress.measured(measured(experiment, 0));
            throw new OutOfMemoryError("not really");
        };
        var run = ended(ada, lab.run(ada, flow(seed())));
        assertThat(run.failure()).isEqualTo(new Run.Failure("out-of-memory", Map.of()));
        assertThat(run.measurements()).hasSize(1);

        engine.running = (_, _) -> {
            throw new UnsatisfiedLinkError("no library");
        };
        assertThat(ended(ada, lab.run(ada, flow(seed()))).failure())
                .isEqualTo(new Run.Failure("native-error", Map.of()));

        engine.running = (_, _) -> {
            throw new IllegalStateException("a secret of the server");
        };
        assertThat(ended(ada, lab.run(ada, flow(seed()))).failure()).isEqualTo(new Run.Failure("internal", Map.of()));
        assertThat(meters.get("skipway.run")
                        .tags("kind", "gradient-flow", "state", "FAILED")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void queuesNothingForATransactionThatIsRolledBack() {
        var experiment = flow(seed());
        transactions.executeWithoutResult(status -> {
            lab.run(ada, experiment);
            status.setRollbackOnly();
        });
        assertThat(desk.unfinished()).isZero();
        assertThat(done(ada, lab.run(ada, experiment)).measurements()).hasSize(4);
        assertThat(engine.started).hasSize(1);
    }

    @Test
    void showsARunToNobodyElse() {
        var run = lab.run(ada, flow(seed()));
        assertThat(lab.mayRead(ben, run.id())).isFalse();
        assertThatThrownBy(() -> lab.after(ben, run.id(), 0)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> lab.replay(ben, run.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> lab.cancel(ben, run.id())).isInstanceOf(AccessDeniedException.class);
        var nothing = RunId.random();
        assertThat(lab.mayRead(ada, nothing)).isFalse();
        assertThatThrownBy(() -> lab.after(ada, nothing, 0)).isInstanceOf(AccessDeniedException.class);

        graders.readable.add(run.id());
        graders.readable.add(nothing);
        assertThat(done(ben, run).measurements()).hasSize(4);
        assertThat(lab.mayRead(ben, nothing)).isFalse();
        assertThatThrownBy(() -> lab.cancel(ben, run.id())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void givesOnlyWhatTheReaderHasNotSeen() {
        var run = done(ada, lab.run(ada, flow(seed(), 9)));
        assertThat(lab.after(ada, run.id(), 7).measurements())
                .extracting(Run.Entry::sequence)
                .containsExactly(8, 9, 10);
        var nothingNew = lab.after(ada, run.id(), 10);
        assertThat(nothingNew.measurements()).isEmpty();
        assertThat(nothingNew.last()).isEqualTo(10);
    }
}
