package io.skipway.lab;

import java.util.List;

/** A file that is no data, and why: its first problems, by line. */
public class DataRejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<DataProblem> problems;

    DataRejected(List<DataProblem> problems) {
        super(String.valueOf(problems));
        this.problems = List.copyOf(problems);
    }

    public List<DataProblem> problems() {
        return problems;
    }
}
