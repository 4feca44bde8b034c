package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.skipway.StoreTest;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Words;
import io.skipway.grading.Grading;
import io.skipway.grading.Mark;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Person;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Lab;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers over HTTP upon the real store. Every reply is searched for what its reader may not know yet: all that is secret in
 * the questions bears the word SECRET and is told in {@code open} only from the moment it may be.
 */
@StoreTest
@Import({AnswersEndpoint.class, AnswerStates.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AnswersEndpointTests {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");
    private static final Question.SingleChoice CHOICE = new Question.SingleChoice(
            "choice", NONE, BigDecimal.TWO, Optional.empty(), List.of(option("a"), option("b"), option("c")), "b");
    private static final Question.Essay ESSAY = new Question.Essay(
            "essay",
            NONE,
            BigDecimal.TEN,
            Optional.empty(),
            100,
            new Question.Rubric(List.of(new Question.Criterion(
                    "sum",
                    words("criterion"),
                    List.of(
                            new Question.Level(words("absent"), BigDecimal.ZERO),
                            new Question.Level(words("derived"), BigDecimal.TEN))))),
            List.of(new Question.Solution(NONE, words("solution"))));

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
    People people;

    private final UserId mina = UserId.random();
    private final List<String> open = new ArrayList<>();
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
                List.of(new Lesson("one", NONE, Map.of(), List.of(CHOICE, ESSAY), List.of())));
        given(courses.newest(COURSE)).willReturn(Optional.of(edition));
        given(courses.question(any()))
                .willAnswer(call -> edition.question(
                                call.<QuestionRef>getArgument(0).question())
                        .orElseThrow());
        given(grading.released(any(), any())).willReturn(Optional.empty());
        given(people.me()).willReturn(new Person(mina, "mina", "Mina", false, true));
    }

    @Test
    void aSaveIsOneLineInTheLogWithoutAWordOfTheAnswer() {
        var log = (Logger) LoggerFactory.getLogger(AnswersEndpoint.class);
        var lines = new ListAppender<ILoggingEvent>();
        var level = log.getLevel();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
        lines.start();
        try {
            save("essay", 1, 0, "w1", write("my own words"));
        } finally {
            log.detachAppender(lines);
            log.setLevel(level);
        }
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage()).isEqualTo("answer saved");
            assertThat(line.getKeyValuePairs().stream().map(KeyValuePair::toString))
                    .containsExactly(
                            "person=\"" + mina + "\"",
                            "attempt=\"deep-cnn:essay:1\"",
                            "outcome=\"Accepted\"",
                            "sequence=\"1\"");
        });
    }

    @Test
    void savesWithAReceiptAndReadsTheSameBack() {
        var saved = save("choice", 1, 0, "w1", choose("a"));
        assertThat(saved).hasStatusOk().bodyJson().extractingPath("$.sequence").isEqualTo(1);
        assertThat(saved).bodyJson().extractingPath("$.hash").asString().hasSize(64);
        var read = get("choice", 1);
        assertThat(read).bodyJson().extractingPath("$.response.option").isEqualTo("a");
        assertThat(body(read)).isEqualTo(body(saved));
    }

    @Test
    void theSameWriteAgainGivesItsOwnReceiptThoughANewerIsThere() {
        save("essay", 1, 0, "w1", write("one"));
        save("essay", 1, 1, "w2", write("two"));
        var again = save("essay", 1, 0, "w1", write("one"));
        assertThat(again).hasStatusOk().bodyJson().extractingPath("$.sequence").isEqualTo(1);
        assertThat(again).bodyJson().extractingPath("$.response.markdown").isEqualTo("one");
        assertThat(get("essay", 1)).bodyJson().extractingPath("$.sequence").isEqualTo(2);
    }

    @Test
    void aStaleWriteIsToldTheNewest() {
        save("essay", 1, 0, "w1", write("newest"));
        var stale = save("essay", 1, 0, "w2", write("older"));
        assertThat(stale)
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.response.markdown")
                .isEqualTo("newest");
        assertThat(get("essay", 1)).bodyJson().extractingPath("$.writeId").isEqualTo("w1");
    }

    @Test
    void aWrongChoiceIsToldItsOwnFeedbackOnlyAndMayBeTriedAgain() {
        assertThat(get("choice", 1)).hasStatusOk();
        save("choice", 1, 0, "w1", choose("b"));
        save("choice", 1, 1, "w2", choose("a"));
        open.add("SECRET-a");
        var submitted = submit("choice", 1, 2);
        assertThat(submitted)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.feedback.right")
                .isEqualTo(false);
        assertThat(submitted).bodyJson().extractingPath("$.key").isNull();
        assertThat(submitted).bodyJson().extractingPath("$.nextAttempt").isEqualTo("deep-cnn:choice:2");
        assertThat(get("choice", 1)).bodyJson().extractingPath("$.key").isNull();
        open.clear();
        assertThat(get("choice", 2)).bodyJson().extractingPath("$.sequence").isEqualTo(0);
        assertThat(save("choice", 2, 0, "w3", choose("b")))
                .bodyJson()
                .extractingPath("$.key")
                .isNull();
    }

    @Test
    void theFirstSubmissionCountsAndARightOneKnowsTheKey() {
        save("choice", 1, 0, "w1", choose("a"));
        open.add("SECRET-a");
        submit("choice", 1, 1);
        open.clear();
        save("choice", 2, 0, "w2", choose("b"));
        open.add("SECRET-b");
        var right = submit("choice", 2, 1);
        assertThat(right).bodyJson().extractingPath("$.key").isEqualTo("b");
        assertThat(right).bodyJson().extractingPath("$.feedback.points").isEqualTo(2);
        assertThat(right).bodyJson().extractingPath("$.first.points").isEqualTo(0);
        assertThat(right).bodyJson().extractingPath("$.nextAttempt").isNull();
    }

    @Test
    void aRevealedKeyEndsTheTries() {
        save("choice", 1, 0, "w1", choose("a"));
        assertThat(reveal("choice", 1)).hasStatus(400);
        open.add("SECRET-a");
        submit("choice", 1, 1);
        assertThat(save("choice", 2, 0, "w2", choose("c"))).hasStatusOk();
        assertThat(reveal("choice", 1))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.key")
                .isEqualTo("b");
        assertThat(get("choice", 1)).bodyJson().extractingPath("$.nextAttempt").isNull();
        assertThat(save("choice", 2, 1, "w3", choose("b"))).hasStatus(410);
        assertThat(submit("choice", 2, 1)).hasStatus(410);
        assertThat(save("choice", 3, 0, "w4", choose("b"))).hasStatus(400);
    }

    @Test
    void anEssayIsToldSolutionsAfterItsSubmissionAndAMarkAfterItsRelease() {
        save("essay", 1, 0, "w1", write("the gradient is a sum"));
        assertThat(submit("essay", 1, 0)).hasStatus(409);
        open.add("SECRET-solution");
        var submitted = submit("essay", 1, 1);
        assertThat(submitted)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.waiting")
                .isEqualTo(true);
        assertThat(submitted).bodyJson().extractingPath("$.mark").isNull();
        assertThat(submitted).bodyJson().extractingPath("$.solutions[0].html").isEqualTo("<p>SECRET-solution en</p>");
        assertThat(save("essay", 1, 1, "w2", write("too late"))).hasStatus(410);

        var mark = new Mark(
                new BigDecimal("10"), BigDecimal.TEN, Map.of("sum", 1), "Well *derived* <script>", true, Instant.EPOCH);
        given(grading.released(mina, new AttemptId(mina, COURSE, "essay", 1))).willReturn(Optional.of(mark));
        open.addAll(List.of("SECRET-criterion", "SECRET-derived"));
        var released = get("essay", 1);
        assertThat(released).bodyJson().extractingPath("$.waiting").isEqualTo(false);
        assertThat(released).bodyJson().extractingPath("$.mark.points").isEqualTo(10);
        assertThat(released)
                .bodyJson()
                .extractingPath("$.mark.comment")
                .asString()
                .contains("<em>derived</em>")
                .doesNotContain("<script");
    }

    @Test
    void submittingTwiceIsTheSameAndAnEmptyAnswerIsNone() {
        assertThat(submit("essay", 1, 0))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("empty");
        save("essay", 1, 0, "w1", write("  "));
        assertThat(submit("essay", 1, 1)).hasStatus(400);
        save("essay", 1, 1, "w2", write("words"));
        open.add("SECRET-solution");
        assertThat(body(submit("essay", 1, 2))).isEqualTo(body(submit("essay", 1, 2)));
    }

    @Test
    void whoeverElseIsSignedInIsToldSoAndNothingOfTheAnswer() {
        save("essay", 1, 0, "w1", write("mine"));
        var jun = UserId.random();
        given(people.me()).willReturn(new Person(jun, "jun", "Jun", false, true));
        for (var reply :
                List.of(save("essay", 1, 1, "w2", write("mine and more")), submit("essay", 1, 1), reveal("essay", 1))) {
            assertThat(reply).hasStatus(412).bodyJson().isStrictlyEqualTo("{\"user\":\"%s\"}".formatted(jun));
        }
        assertThat(get("essay", 1)).bodyJson().extractingPath("$.sequence").isEqualTo(0);
    }

    @Test
    void whoIsNoStudentThereMayNotAnswer() {
        willThrow(new AccessDeniedException("no")).given(enrolments).require(mina, COURSE, Role.STUDENT);
        assertThat(save("essay", 1, 0, "w1", write("text"))).hasStatus(403);
        assertThat(submit("essay", 1, 0)).hasStatus(403);
        assertThat(reveal("choice", 1)).hasStatus(403);
    }

    @Test
    void whatIsNoAnswerIsRefusedWithItsReason() {
        assertThat(save("essay", 1, 0, "w1", write("x".repeat(101))))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("too-long");
        assertThat(save("essay", 1, 0, "w1", write("x".repeat(BoundedAnswers.MOST_BYTES))))
                .hasStatus(413);
        assertThat(save("essay", 1, 0, "w1", choose("a"))).hasStatus(400);
        assertThat(save("choice", 1, 0, "w1", choose("z"))).hasStatus(400);
        assertThat(save("nothing", 1, 0, "w1", choose("a"))).hasStatus(400);
        assertThat(save("choice", 1, 0, "", choose("a"))).hasStatus(400);
        assertThat(save("choice", 1, 0, "w1", "{\"kind\":\"drawing\"}")).hasStatus(400);
        assertThat(post("/api/attempts/deep-cnn:choice:1/answers/essay", "{}")).hasStatus(400);
        assertThat(post("/api/attempts/deep-cnn:choice:0/answers/choice", "{}")).hasStatus(400);
        assertThat(post("/api/attempts/deep-cnn:choice:1/answers/choice", "{")).hasStatus(400);
    }

    @Test
    void speaksTheLanguageOfThePage() {
        save("choice", 1, 0, "w1", choose("a"));
        open.add("SECRET-a");
        submit("choice", 1, 1);
        var korean = checked(http.get()
                .uri("/api/attempts/deep-cnn:choice:1/answers/choice")
                .header("Skipway-Language", "ko")
                .exchange());
        assertThat(korean).bodyJson().extractingPath("$.feedback.html").isEqualTo("<p>SECRET-a ko</p>");
    }

    private static Question.Option option(String id) {
        return new Question.Option(id, NONE, words(id));
    }

    private static Words words(String name) {
        return new Words("<p>SECRET-%s ko</p>".formatted(name), "<p>SECRET-%s en</p>".formatted(name));
    }

    private static String choose(String option) {
        return "{\"kind\":\"choice\",\"option\":\"%s\"}".formatted(option);
    }

    private static String write(String text) {
        return "{\"kind\":\"text\",\"markdown\":\"%s\"}".formatted(text);
    }

    private MvcTestResult get(String question, int number) {
        return checked(http.get()
                .uri(attempt(question, number) + "/answers/" + question)
                .exchange());
    }

    private MvcTestResult save(String question, int number, long base, String writeId, String response) {
        return post(
                attempt(question, number) + "/answers/" + question,
                "{\"user\":\"%s\",\"base\":%d,\"writeId\":\"%s\",\"response\":%s}"
                        .formatted(mina, base, writeId, response));
    }

    private MvcTestResult submit(String question, int number, long base) {
        return post(attempt(question, number) + "/submission", "{\"user\":\"%s\",\"base\":%d}".formatted(mina, base));
    }

    private MvcTestResult reveal(String question, int number) {
        return post(attempt(question, number) + "/reveal", "{\"user\":\"%s\"}".formatted(mina));
    }

    private MvcTestResult post(String path, String body) {
        return checked(http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange());
    }

    private static String attempt(String question, int number) {
        return "/api/attempts/deep-cnn:" + question + ":" + number;
    }

    private MvcTestResult checked(MvcTestResult reply) {
        var told = body(reply);
        for (var secret : open) {
            told = told.replace(secret, "");
        }
        assertThat(told).doesNotContain("SECRET");
        return reply;
    }

    private static String body(MvcTestResult reply) {
        try {
            return reply.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
