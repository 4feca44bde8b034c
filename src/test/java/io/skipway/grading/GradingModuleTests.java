package io.skipway.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Outcome;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.DemoPeople;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** Grading with the rooms that it knows, and no screen: from a saved answer of the shipped course to its mark. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@ActiveProfiles("demo")
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:grading;DB_CLOSE_DELAY=-1")
class GradingModuleTests {
    private static final CourseId COURSE = new CourseId("deep-cnn");

    @Autowired
    Attempts attempts;

    @Autowired
    Grading grading;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    private UserId mina = UserId.random();
    private UserId grader = UserId.random();

    @BeforeEach
    void people() {
        demo.ensure(
                COURSE,
                List.of(
                        new DemoPeople.Someone("mina", "Mina", "mina-secret", false, Set.of(Role.STUDENT)),
                        new DemoPeople.Someone("gil", "Gil", "gil-secret-1", false, Set.of(Role.GRADER))));
        mina = id("mina");
        grader = id("gil");
    }

    @Test
    void marksAChoiceAsItIsSubmitted() {
        var attempt = new AttemptId(mina, COURSE, "uniform-3x3", 1);
        submit(attempt, new Response.Choice("b"));
        assertThat(grading.released(mina, attempt))
                .hasValueSatisfying(mark -> assertThat(mark.points()).isEqualByComparingTo(BigDecimal.TWO));
    }

    @Test
    void keepsAnEssayForAGraderAndItsMarkUntilTheRelease() {
        var attempt = new AttemptId(mina, COURSE, "skip-stabilises", 1);
        submit(attempt, new Response.Text("The sum holds the identity."));
        assertThat(grading.released(mina, attempt)).isEmpty();
        assertThat(grading.queue(grader, COURSE, "skip-stabilises")).hasSize(1);
        assertThatThrownBy(() -> grading.queue(mina, COURSE, "skip-stabilises"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(grading.next(grader, COURSE, "skip-stabilises", Optional.empty()))
                .isPresent();
    }

    private void submit(AttemptId attempt, Response response) {
        assertThat(attempts.save(mina, attempt, 0, "w-" + attempt.exercise(), response))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(attempts.submit(mina, attempt, 1)).isInstanceOf(Outcome.Accepted.class);
    }

    private UserId id(String username) {
        return people.named(username).orElseThrow().id();
    }
}
