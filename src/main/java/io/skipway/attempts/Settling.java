package io.skipway.attempts;

import io.skipway.lab.ExperimentRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends what is over and has what is ended marked, also after the server was down at the deadline. Every node looks; each
 * step is a conditional change of one row, so it happens once.
 */
@Component
class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SittingRows rows;
    private final OpenSittings open;
    private final Attempts attempts;
    private final Map<SittingId, Instant> notBefore = new ConcurrentHashMap<>();

    Settling(SittingRows rows, OpenSittings open, Attempts attempts) {
        this.rows = rows;
        this.open = open;
        this.attempts = attempts;
    }

    @Scheduled(fixedDelay = 1000, initialDelay = 1000)
    void look() {
        var now = open.now();
        try {
            rows.due(now).forEach(id -> end(id, now));
            rows.unsettled(AT_ONCE).stream()
                    .filter(id -> !now.isBefore(notBefore.getOrDefault(id, Instant.MIN)))
                    .forEach(this::settle);
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("reason", e.getClass().getSimpleName()).log("sittings are looked at again");
        }
    }

    private void end(SittingId id, Instant now) {
        rows.find(id)
                .filter(sitting -> open.over(sitting, now))
                .flatMap(Sitting::endsAt)
                .filter(end -> rows.submitted(id, end, Sitting.EndedBy.SERVER))
                .ifPresent(end -> LOG.atInfo()
                        .addKeyValue("person", id.person())
                        .addKeyValue("sitting", id.token())
                        .log("sitting ended at its deadline"));
    }

    /** What can't be measured now is tried again after a pause; no other sitting waits for it. */
    void settle(SittingId id) {
        try {
            var sitting = rows.find(id).orElseThrow();
            for (var item : sitting.items()) {
                attempts.settle(
                        id.attempt(item.question()), sitting.submittedAt().orElseThrow());
            }
            rows.settled(id, open.now());
            notBefore.remove(id);
        } catch (ExperimentRejected | DataAccessException | IllegalArgumentException e) {
            notBefore.put(id, open.now().plus(PAUSE));
            LOG.atWarn()
                    .addKeyValue("sitting", id.token())
                    .addKeyValue("reason", e.toString())
                    .log("sitting is marked later");
        }
    }
}
