package io.skipway.lab;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.skipway.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where runs are asked for, cancelled and forgotten. One at a time on all nodes, by a row that each locks until its
 * transaction ends, so that a digest is queued once and the queue's bounds hold.
 */
@Component
class Desk {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("run");
    /** Asks for what lessons open with, behind all people. */
    static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Askers askers;
    private final Estimates estimates;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final LabSettings settings;
    private final Clock clock;

    Desk(
            JdbcClient jdbc,
            Runs runs,
            Askers askers,
            Estimates estimates,
            ObjectProvider<SchedulerClient> scheduler,
            LabSettings settings,
            ObjectProvider<Clock> clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.askers = askers;
        this.estimates = estimates;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        Gauge.builder("skipway.runs.queued", this, desk -> desk.count("state = 'QUEUED'"))
                .description("runs that wait for a worker")
                .register(meters);
    }

    /** The run that is done or under way for the experiment, else a new one in the queue. */
    @Transactional(noRollbackFor = ExperimentRejected.class)
    public RunId ask(UserId who, Experiment experiment, Stamp stamp) {
        lock();
        var digest = stamp.digest(experiment);
        var run = runs.answering(digest).orElseGet(() -> queue(who, experiment, stamp, digest, null));
        askers.asks(who, run, clock.instant());
        return run;
    }

    /** A new run in the queue that repeats one that is done. */
    @Transactional(noRollbackFor = ExperimentRejected.class)
    public RunId askAgain(UserId who, Run original, Stamp stamp) {
        lock();
        var experiment = original.experiment();
        var run = queue(who, experiment, stamp, stamp.digest(experiment), original.id());
        askers.asks(who, run, clock.instant());
        return run;
    }

    /** Takes a person out of those who wait; where none is left the run is cancelled. False if they never asked for it. */
    @Transactional
    public boolean cancel(UserId who, RunId run) {
        lock();
        boolean asked = askers.leaves(who, run);
        if (asked && !askers.anyoneWaits(run)) {
            runs.cancel(run, clock.instant());
        }
        return asked;
    }

    /** Runs that wait or are under way. */
    int unfinished() {
        return count("state in ('QUEUED', 'RUNNING')");
    }

    /** Forgets old runs, and says how many. */
    @Transactional
    public int forget() {
        lock();
        return runs.forget(clock.instant().minus(settings.forgetAfter()));
    }

    private RunId queue(UserId who, Experiment experiment, Stamp stamp, String digest, @Nullable RunId original) {
        int mine = askers.unfinished(who);
        if (mine >= settings.queueLimitPerPerson() || unfinished() >= settings.queueLimit()) {
            throw new ExperimentRejected("queue-full", Map.of("waitSeconds", estimates.drain()));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var run = new Run(
                RunId.random(),
                Run.State.QUEUED,
                experiment,
                digest,
                stamp.toString(),
                List.of(),
                0,
                null,
                null,
                null,
                now,
                null);
        // The n-th run of a person stands behind everyone's n-1st, whoever came first.
        int priority = who.equals(NOBODY) ? Short.MIN_VALUE : -mine;
        runs.add(run, who, priority, original);
        schedule(run.id(), priority, now);
        return run.id();
    }

    private void schedule(RunId run, int priority, Instant at) {
        var client = scheduler.getObject();
        client.schedule(TASK.instance(run.toString()).priority(priority).scheduledTo(at));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            // The poll would find it too, but up to a second later.
            @Override
            public void afterCommit() {
                if (client instanceof com.github.kagkarlsson.scheduler.Scheduler here) {
                    here.triggerCheckForDueExecutions();
                }
            }
        });
    }

    private void lock() {
        jdbc.sql("select id from run_desk where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from run where " + condition)
                .query(Integer.class)
                .single();
    }
}
