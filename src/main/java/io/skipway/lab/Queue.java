package io.skipway.lab;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of the queue. A run's task carries nothing but the run's id; what is to be done stands in its row. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LabSettings.class)
class Queue {
    private static final Logger LOG = LoggerFactory.getLogger(Queue.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<Void> runTask(Runner runner) {
        return Tasks.oneTime(Desk.TASK)
                .onFailure((complete, operations) -> failed(runner, complete, operations))
                .execute((task, context) -> runner.execute(
                        id(task.getId()), () -> context.getSchedulerState().isShuttingDown()));
    }

    @Bean
    RecurringTask<Void> forgetTask(Desk desk) {
        return Tasks.recurring("forget-runs", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((task, context) ->
                        LOG.atInfo().addKeyValue("runs", desk.forget()).log("Old runs forgotten"));
    }

    /** The engine's failures are results, so this is the store's, which may come back, or a server that stops. */
    private static void failed(Runner runner, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        if (complete.getCause().orElse(null) instanceof Runner.PutBack) {
            operations.reschedule(complete, Instant.now());
        } else if (execution.consecutiveFailures < TRIES) {
            operations.reschedule(complete, Instant.now().plus(PAUSE));
        } else {
            runner.giveUp(id(execution.getId()));
            operations.remove();
        }
    }

    private static RunId id(String task) {
        return new RunId(UUID.fromString(task));
    }
}
