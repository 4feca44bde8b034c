package io.skipway.lab;

import io.skipway.identity.UserId;
import io.skipway.lab.engine.EngineFailure;
import io.skipway.lab.engine.FileData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The CSV files from which networks learn. An experiment names one by its digest: {@code own:<digest>} is a person's, used
 * by them alone and, where a run with it may be read, by who repeats that run; {@code course:<digest>} came with a course.
 */
@Repository
public class DataFiles {
    /** Files that a person may have. */
    public static final int MOST = 10;

    private static final int LONGEST_NAME = 100;
    private static final int AT_HAND = 4;

    /**
     * A person's file.
     *
     * @param data how experiments name it
     * @param inputs columns of numbers
     * @param used whether it can't be removed, for a run that is pinned or under way learns from it
     */
    public record Own(
            String data, String name, int inputs, int examples, int classes, Instant createdAt, boolean used) {}

    private final JdbcClient jdbc;
    private final Map<String, DataTable> atHand = Collections.synchronizedMap(new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DataTable> leastUsed) {
            return size() > AT_HAND;
        }
    });

    DataFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a person's file; the same file again only takes the other name.
     *
     * @param name of the file, cut where it is too long
     * @throws DataRejected with its problems if it is no data
     * @throws ExperimentRejected {@code data-full} if they have {@link #MOST}
     */
    @Transactional
    public Own add(UserId who, String name, byte[] bytes) {
        var table = DataTable.read(bytes);
        lock();
        var shown = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        shown = shown.isEmpty() ? "data.csv" : shown;
        shown = shown.substring(
                0, shown.offsetByCodePoints(0, Math.min(shown.codePointCount(0, shown.length()), LONGEST_NAME)));
        if (!has(who, table.digest()) && of(who).size() >= MOST) {
            throw new ExperimentRejected("data-full", Map.of("bound", MOST));
        }
        put(who, shown, table, new String(bytes, StandardCharsets.UTF_8));
        return of(who).stream()
                .filter(own -> own.data().endsWith(table.digest()))
                .findFirst()
                .orElseThrow();
    }

    /** The person's files, the newest first. */
    public List<Own> of(UserId who) {
        return jdbc.sql("select * from data_set where owner = ? order by created_at desc, digest")
                .param(who.value())
                .query((row, number) -> new Own(
                        new DataName(true, row.getString("digest")).toString(),
                        row.getString("name"),
                        row.getInt("inputs"),
                        row.getInt("examples"),
                        row.getInt("classes"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        used(who, row.getString("digest"))))
                .list();
    }

    /**
     * Removes a person's file.
     *
     * @param data as an experiment names it
     * @throws ExperimentRejected {@code data-used} by a run that is pinned or under way, {@code data-of-another} if they
     *     have no such file
     */
    @Transactional
    public void remove(UserId who, String data) {
        var digest = DataName.read(data)
                .filter(name -> name.own() && has(who, name.digest()))
                .orElseThrow(() -> new ExperimentRejected("data-of-another", Map.of()))
                .digest();
        lock();
        if (used(who, digest)) {
            throw new ExperimentRejected("data-used", Map.of());
        }
        jdbc.sql("delete from data_set where owner = ? and digest = ?")
                .params(who.value(), digest)
                .update();
    }

    /** Keeps a file that comes with a course, for all; the caller has read it and found no problem. */
    @Transactional
    public void offer(String name, String content) {
        put(Desk.NOBODY, name, DataTable.read(content), content);
    }

    /** How experiments name a file that comes with a course. */
    public static String ofCourse(String content) {
        return new DataName(false, DataTable.digest(content.getBytes(StandardCharsets.UTF_8))).toString();
    }

    /** Refuses to learn from what is another's, is not there, or makes the experiment too large. */
    void requireUsable(UserId who, Experiment experiment) {
        DataName.of(experiment).ifPresent(name -> {
            if (name.own() && !has(who, name.digest())) {
                throw new ExperimentRejected("data-of-another", Map.of());
            }
            var table = there(name);
            if (experiment instanceof GradientFlow flow) {
                flow.requireBound(table.columns().size(), table.classes().size());
            }
        });
    }

    void requireThere(Experiment experiment) {
        DataName.of(experiment).ifPresent(this::there);
    }

    /** What an exploration computes more for the file's columns and classes. */
    long effort(Experiment experiment) {
        return DataName.of(experiment)
                .map(this::there)
                .map(table -> Effort.ofData(
                        experiment, table.columns().size(), table.classes().size()))
                .orElse(0L);
    }

    /** Computes with the file at hand that the experiment names, if it names one. */
    <T, X extends Throwable> T with(Experiment experiment, ScopedValue.CallableOp<T, X> work) throws X {
        var name = DataName.of(experiment);
        return name.isEmpty()
                ? work.call()
                : FileData.with(table(name.get()).orElseThrow(() -> new EngineFailure("data-gone", Map.of())), work);
    }

    private DataTable there(DataName name) {
        return table(name).orElseThrow(() -> new ExperimentRejected("data-gone", Map.of()));
    }

    private Optional<DataTable> table(DataName name) {
        var known = atHand.get(name.toString());
        if (known != null && exists(name)) {
            return Optional.of(known);
        }
        var table = jdbc.sql("select content from data_set where digest = ? and " + ownership(name)
                        + " fetch first 1 rows only")
                .param(name.digest())
                .query(String.class)
                .optional()
                .map(DataTable::read);
        table.ifPresent(read -> atHand.put(name.toString(), read));
        return table;
    }

    private boolean exists(DataName name) {
        return jdbc.sql("select count(*) from data_set where digest = ? and " + ownership(name))
                        .param(name.digest())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whoever names a file as a course's gets none of a person. */
    private static String ownership(DataName name) {
        return "owner %s '%s'".formatted(name.own() ? "<>" : "=", Desk.NOBODY.value());
    }

    private boolean has(UserId who, String digest) {
        return jdbc.sql("select count(*) from data_set where owner = ? and digest = ?")
                        .params(who.value(), digest)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean used(UserId who, String digest) {
        return jdbc.sql("""
                        select count(*) from run join run_asker on run_asker.run = run.id
                        where run_asker.person = ? and (kept > 0 or state in ('QUEUED', 'RUNNING'))
                            and experiment like ?
                        """)
                        .params(who.value(), "%" + new DataName(true, digest) + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void put(UserId owner, String name, DataTable table, String content) {
        var named = jdbc.sql("update data_set set name = ? where owner = ? and digest = ?")
                .params(name, owner.value(), table.digest())
                .update();
        if (named == 0) {
            jdbc.sql("""
                    insert into data_set (owner, digest, name, inputs, examples, classes, content, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            owner.value(),
                            table.digest(),
                            name,
                            table.columns().size(),
                            table.labels().length,
                            table.classes().size(),
                            content,
                            Runs.time(Instant.now()))
                    .update();
        }
    }

    /** The desk's row: files are counted, and runs begin, one at a time. */
    private void lock() {
        jdbc.sql("select id from run_desk where id = 1 for update")
                .query(Integer.class)
                .single();
    }
}
