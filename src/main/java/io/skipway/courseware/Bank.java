package io.skipway.courseware;

import java.util.List;

/** Questions that no lesson shows, for quizzes, with the labs that stand beside them. */
public record Bank(List<Question> questions, List<LabSheet> labs) {
    public static final Bank NONE = new Bank(List.of(), List.of());

    public Bank {
        questions = List.copyOf(questions);
        labs = List.copyOf(labs);
    }
}
