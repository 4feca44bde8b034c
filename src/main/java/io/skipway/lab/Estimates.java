package io.skipway.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long people wait, from how long runs took. It counts this node's workers only, so with more nodes the wait is
 * shorter than told.
 */
@Component
class Estimates {
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** For a kind that nobody has run for a day. */
    private static final double UNKNOWN_MILLIS = 3_000;

    private record Means(Instant at, Map<String, Double> millis) {}

    private record Ahead(String kind, boolean queued, int runs) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int workers;
    private volatile Means means = new Means(Instant.MIN, Map.of());

    Estimates(JdbcClient jdbc, ObjectProvider<Clock> clock, @Value("${db-scheduler.threads:2}") int workers) {
        this.jdbc = jdbc;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.workers = workers;
    }

    /** Where a queued run stands, and when it will start. */
    Run.Waiting waiting(RunId run) {
        var ahead = jdbc.sql("""
                select other.kind, other.state, count(*) as runs from run this join run other
                    on other.state = 'RUNNING' or other.state = 'QUEUED' and (other.priority > this.priority
                        or other.priority = this.priority and other.requested_at < this.requested_at)
                where this.id = ? group by other.kind, other.state
                """)
                .param(run.value())
                .query((row, number) ->
                        new Ahead(row.getString("kind"), row.getString("state").equals("QUEUED"), row.getInt("runs")))
                .list();
        int position =
                1 + ahead.stream().filter(Ahead::queued).mapToInt(Ahead::runs).sum();
        return new Run.Waiting(position, seconds(ahead));
    }

    /** Seconds until all runs that are queued or running will have been worked off. */
    int drain() {
        return seconds(
                jdbc.sql("select kind, count(*) as runs from run where state in ('QUEUED', 'RUNNING') group by kind")
                        .query((row, number) -> new Ahead(row.getString("kind"), true, row.getInt("runs")))
                        .list());
    }

    private int seconds(Iterable<Ahead> ahead) {
        var millis = means();
        double sum = 0;
        for (var each : ahead) {
            sum += each.runs() * millis.getOrDefault(each.kind(), UNKNOWN_MILLIS);
        }
        return Math.max(1, (int) Math.ceil(sum / workers / 1_000));
    }

    private Map<String, Double> means() {
        var now = clock.instant();
        if (means.at().plus(FRESH).isBefore(now)) {
            means = new Means(now, measure(now.minus(Duration.ofDays(1))));
        }
        return means.millis();
    }

    private Map<String, Double> measure(Instant since) {
        return jdbc
                .sql(
                        "select kind, avg(millis) as mean from run where state in ('DONE', 'FAILED') and finished_at > ? group by kind")
                .param(Runs.time(since))
                .query((row, number) -> Map.entry(row.getString("kind"), row.getDouble("mean")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
