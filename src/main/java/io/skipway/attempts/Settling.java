package io.skipway.attempts;

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
    private final Finishing finishing;
    private final Map<SittingId, Instant> notBefore = new ConcurrentHashMap<>();

    Settling(SittingRows rows, OpenSittings open, Finishing finishing) {
        this.rows = rows;
        this.open = open;
        this.finishing = finishing;
    }

    @Scheduled(fixedDelay = 1000, initialDelay = 1000)
    void look() {
        var now = open.now();
        try {
            rows.due(now).forEach(id -> goesOn(id.token(), () -> end(id, now)));
            rows.unsettled().stream()
                    .filter(id -> !now.isBefore(notBefore.getOrDefault(id, Instant.MIN)))
                    .limit(AT_ONCE)
                    .forEach(this::settle);
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("reason", e.getClass().getSimpleName()).log("sittings are looked at again");
        }
    }

    private void end(SittingId id, Instant now) {
        rows.find(id)
                .filter(sitting -> open.over(sitting, now))
                .flatMap(Sitting::endsAt)
                .filter(end -> rows.due(id, end))
                .ifPresent(end -> LOG.atInfo()
                        .addKeyValue("person", id.person())
                        .addKeyValue("sitting", id.token())
                        .log("sitting ended at its deadline"));
    }

    /** What can't be measured now is tried again after a pause; no other answer and no other sitting waits for it. */
    void settle(SittingId id) {
        rows.find(id)
                .ifPresent(sitting -> sitting.submittedAt().ifPresent(end -> {
                    var all = sitting.items().stream()
                            .map(item -> id.attempt(item.question()))
                            .filter(attempt -> !goesOn(attempt.token(), () -> finishing.settle(attempt, end)))
                            .toList()
                            .isEmpty();
                    if (all) {
                        rows.settled(id, end, open.now());
                        notBefore.remove(id);
                    } else {
                        notBefore.put(id, open.now().plus(PAUSE));
                    }
                }));
    }

    /** Whatever one runs into must not keep the others waiting. */
    private static boolean goesOn(String token, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("token", token)
                    .addKeyValue("reason", e.toString())
                    .log("an end or a mark is tried again");
            return false;
        }
    }
}
