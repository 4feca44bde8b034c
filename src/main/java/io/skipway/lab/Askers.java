package io.skipway.lab;

import io.skipway.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked for which run, and whether they still wait for it. */
@Repository
class Askers {
    private final JdbcClient jdbc;

    Askers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a person asks, for the first time or again. */
    void asks(UserId person, RunId run, Instant at) {
        int again = jdbc.sql("update run_asker set waits = true, asked_at = ? where run = ? and person = ?")
                .params(Runs.time(at), run.value(), person.value())
                .update();
        if (again == 0) {
            jdbc.sql("insert into run_asker (run, person, waits, asked_at) values (?, ?, true, ?)")
                    .params(run.value(), person.value(), Runs.time(at))
                    .update();
        }
    }

    /** Notes that a person waits no longer, and says whether they had asked at all. */
    boolean leaves(UserId person, RunId run) {
        return jdbc.sql("update run_asker set waits = false where run = ? and person = ?")
                        .params(run.value(), person.value())
                        .update()
                == 1;
    }

    /** Whether a person waits for a run; empty if they never asked for it. */
    Optional<Boolean> waits(UserId person, RunId run) {
        return jdbc.sql("select waits from run_asker where run = ? and person = ?")
                .params(run.value(), person.value())
                .query(Boolean.class)
                .optional();
    }

    boolean anyoneWaits(RunId run) {
        return jdbc.sql("select count(*) from run_asker where run = ? and waits")
                        .param(run.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The unfinished runs that a person waits for. */
    int unfinished(UserId person) {
        return jdbc.sql("""
                select count(*) from run_asker join run on run.id = run_asker.run
                where person = ? and waits and state in ('QUEUED', 'RUNNING')
                """).param(person.value()).query(Integer.class).single();
    }
}
