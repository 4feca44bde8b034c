package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.skipway.identity.CourseId;
import io.skipway.lab.Experiment;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Lab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningRunsTests {
    private static final Words NONE = new Words("", "");

    private final Courses courses = mock();
    private final Lab lab = mock();
    private final OpeningRuns runs = new OpeningRuns(courses, lab);

    @Test
    void asksForEveryLabOfEveryNewestEdition() {
        var experiment = mock(IdentityTerm.class);
        var sheet = new LabSheet("term", NONE, NONE, experiment, List.of(), List.of());
        var lesson = new Lesson("depth", NONE, Map.of(), List.of(), List.of(sheet));
        when(courses.all())
                .thenReturn(
                        List.of(new Edition(new CourseId("deep"), new EditionId("0"), NONE, NONE, List.of(lesson))));
        runs.ask();
        verify(lab).prepare(experiment);
        verifyNoMoreInteractions(lab);

        doThrow(new ExperimentRejected("queue-full", Map.of())).when(lab).prepare(any(Experiment.class));
        assertThatCode(runs::ask).doesNotThrowAnyException();
    }
}
