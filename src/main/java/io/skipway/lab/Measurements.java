package io.skipway.lab;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What runs measured. Rows of an execution that is no longer the run's are never read. */
@Repository
class Measurements {
    private final JdbcClient jdbc;

    Measurements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a measurement, and says whether the run is still in these hands. */
    boolean add(Job job, int sequence, Measurement measurement) {
        return jdbc.sql("""
                        insert into measurement (run, execution, sequence, content)
                        select id, execution, cast(:sequence as int), :content from run
                        where id = :id and execution = :execution and state = 'RUNNING'
                        """)
                        .param("sequence", sequence)
                        .param("content", LabJson.write(measurement))
                        .param("id", job.run().value())
                        .param("execution", job.execution())
                        .update()
                == 1;
    }

    List<Run.Entry> after(RunId run, int sequence) {
        return jdbc.sql("""
                select sequence, content from measurement
                join run on run.id = measurement.run and run.execution = measurement.execution
                where measurement.run = ? and sequence > ? order by sequence
                """)
                .params(run.value(), sequence)
                .query((row, number) ->
                        new Run.Entry(row.getInt("sequence"), LabJson.measurement(row.getString("content"))))
                .list();
    }

    /** Removes what earlier executions of the run left. */
    void clear(Job job) {
        jdbc.sql("delete from measurement where run = ? and execution <> ?")
                .params(job.run().value(), job.execution())
                .update();
    }
}
