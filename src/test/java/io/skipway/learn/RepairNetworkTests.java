package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import io.skipway.StoreTest;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.courseware.Words;
import io.skipway.grading.Grading;
import io.skipway.grading.QuizResults;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Person;
import io.skipway.identity.UserId;
import io.skipway.lab.Activation;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Health;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Lab;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A student mends a sick network over HTTP, and learns what it reached only once the settings are final. */
@StoreTest
@Import({AnswersEndpoint.class, AnswerStates.class, Follows.class, Numbers.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class RepairNetworkTests {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");
    private static final Health SICK = new Health(8, Activation.RELU, Initialiser.HE, 0.02, Skip.NONE, 200, 0.5, 7);
    private static final String PATH = "/api/attempts/deep-cnn:dead:1";
    private static final Question.Repair REPAIR = new Question.Repair(
            "dead",
            NONE,
            BigDecimal.TWO,
            Optional.of("sick"),
            SICK,
            SICK.controls().stream()
                    .filter(dial -> dial.name().equals("learningRate"))
                    .toList(),
            3,
            List.of(
                    new Question.Goal(new BigDecimal("0.7"), BigDecimal.TWO),
                    new Question.Goal(new BigDecimal("0.5"), BigDecimal.ONE)),
            List.of(new Question.Solution(NONE, new Words("SECRET", "SECRET"))));

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = Attempts.class)
    static class TheStore {}

    @Autowired
    AnswersEndpoint endpoint;

    @MockitoBean
    Courses courses;

    @MockitoBean
    Enrolments enrolments;

    @MockitoBean
    Lab lab;

    @MockitoBean
    Grading grading;

    @MockitoBean
    QuizResults results;

    @MockitoBean
    People people;

    private final UserId mina = UserId.random();
    private MockMvcTester http =
            MockMvcTester.create(MockMvcBuilders.standaloneSetup().build());

    @BeforeEach
    void minaIsAStudentOfACourse() {
        http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(endpoint)
                .addFilters(new BoundedAnswers())
                .build());
        var edition = new Edition(
                COURSE,
                new EditionId("first"),
                NONE,
                NONE,
                List.of(new Lesson("one", NONE, Map.of(), List.of(REPAIR), List.of())));
        given(courses.newest(COURSE)).willReturn(Optional.of(edition));
        given(courses.question(any())).willReturn(REPAIR);
        given(people.me()).willReturn(new Person(mina, "mina", "Mina", false, true));
        given(lab.trained(any(), any(), anyInt())).willReturn(List.of(0.66, 0.0, 0.8125));
    }

    @Test
    void nothingTellsSeedsOrAccuraciesBeforeTheSubmission() {
        for (var early : List.of(get(), save(0, "w1", "{\"learningRate\":\"0.05\"}"), get())) {
            assertThat(early).hasStatusOk();
            tellsNothing(early);
        }
        var stale = submit(0);
        assertThat(stale).hasStatus(409);
        tellsNothing(stale);
        var reveal = post(PATH + "/reveal", "{\"user\":\"%s\"}".formatted(mina));
        assertThat(reveal).hasStatus(400);
        tellsNothing(reveal);

        var submitted = submit(1);
        assertThat(submitted).hasStatusOk();
        assertThat(submitted).bodyJson().extractingPath("$.repaired.median").isEqualTo(0.66);
        assertThat(submitted).bodyJson().extractingPath("$.repaired.points").isEqualTo(1);
        assertThat(submitted).bodyJson().extractingPath("$.repaired.outOf").isEqualTo(2);
        assertThat(submitted)
                .bodyJson()
                .extractingPath("$.repaired.trials[*].accuracy")
                .asArray()
                .containsExactly(0.66, 0.0, 0.8125);
        assertThat(submitted)
                .bodyJson()
                .extractingPath("$.solutions[0].html")
                .asString()
                .isEqualTo("SECRET");
        assertThat(body(get())).isEqualTo(body(submitted));
        assertThat(save(1, "w2", "{\"learningRate\":\"0.01\"}")).hasStatus(410);
    }

    @Test
    void whatCantBeTrainedNowIsKeptAndMayBeSubmittedLater() {
        given(lab.trained(any(), any(), anyInt())).willThrow(new ExperimentRejected("busy", Map.of()));
        save(0, "w1", "{\"learningRate\":\"0.05\"}");
        assertThat(submit(1)).hasStatus(503).bodyJson().extractingPath("$.code").isEqualTo("busy");
        tellsNothing(get());
        assertThat(get()).bodyJson().extractingPath("$.submittedAt").isNull();
    }

    @Test
    void whatIsNoRepairIsRefusedWithItsReason() {
        var refusals = Map.of(
                "{\"learningRate\":\"11\"}", "out-of-range",
                "{\"learningRate\":\"fast\"}", "out-of-range",
                "{\"activation\":\"tanh\"}", "unknown-setting",
                "{\"seed\":\"3\"}", "unknown-setting",
                "{\"learningRate\":null}", "unreadable");
        refusals.forEach((values, code) -> assertThat(save(0, "w1", values))
                .as(values)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code));
        save(0, "w1", "{\"learningRate\":\"0.5\"}");
        assertThat(submit(1)).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("unchanged");
        tellsNothing(get());
    }

    private static void tellsNothing(MvcTestResult reply) {
        assertThat(body(reply)).doesNotContain("SECRET", "0.66", "0.8125", "trials", "\"seed\"");
    }

    private MvcTestResult get() {
        return http.get().uri(PATH + "/answers/dead").exchange();
    }

    private MvcTestResult save(long base, String writeId, String values) {
        return post(
                PATH + "/answers/dead",
                "{\"user\":\"%s\",\"base\":%d,\"writeId\":\"%s\",\"response\":{\"kind\":\"settings\",\"values\":%s}}"
                        .formatted(mina, base, writeId, values));
    }

    private MvcTestResult submit(long base) {
        return post(PATH + "/submission", "{\"user\":\"%s\",\"base\":%d}".formatted(mina, base));
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String body(MvcTestResult reply) {
        return new String(reply.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
