package io.skipway.attempts;

import io.skipway.identity.UserId;
import io.skipway.lab.RunAccess;
import io.skipway.lab.RunId;
import org.springframework.stereotype.Component;

/** Who pinned a run may go on reading it. */
@Component
class OwnPins implements RunAccess {
    private final AttemptRows rows;

    OwnPins(AttemptRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean mayRead(UserId who, RunId run) {
        return rows.holds(who, run);
    }
}
