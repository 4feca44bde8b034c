package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

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
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Tolerance;
import io.skipway.courseware.Words;
import io.skipway.grading.Grading;
import io.skipway.grading.Mark;
import io.skipway.grading.QuizResults;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Person;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Activation;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Lab;
import io.skipway.lab.Measurement;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.slf4j.LoggerFactory;
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
@Import({AnswersEndpoint.class, AnswerStates.class, Follows.class, Numbers.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AnswersEndpointTests {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");
    private static final Question.SingleChoice CHOICE = new Question.SingleChoice(
            "choice", NONE, BigDecimal.TWO, Optional.empty(), List.of(option("a"), option("b"), option("c")), "b");
    private static final LabSheet IF_A = new LabSheet(
            "if-a",
            new Words("if", "if"),
            NONE,
            new IdentityTerm(0.5, Activation.TANH, "none", 8, 1),
            List.of(),
            List.of());

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

    private static final Question.Prediction CURVE = new Question.Prediction(
            "curve",
            NONE,
            BigDecimal.TWO,
            Optional.of("flow"),
            new GradientFlow(
                    2,
                    8,
                    Activation.TANH,
                    Initialiser.NORMAL,
                    0.02,
                    Normalisation.NONE,
                    Skip.NONE,
                    1,
                    "digits",
                    0,
                    0.1,
                    7),
            Question.Network.PLAIN,
            -20,
            5,
            List.of(new Question.Within(BigDecimal.ONE, BigDecimal.TWO)),
            List.of(new Question.Solution(NONE, words("solution"))));

    private static final LabSheet FLOW = new LabSheet("flow", NONE, NONE, CURVE.experiment(), List.of(), List.of());
    static final Question.Numeric NUMBER = new Question.Numeric(
            "number",
            NONE,
            BigDecimal.TWO,
            Optional.of("flow"),
            new NumberKey.Computed(
                    "flow", CURVE.experiment(), NumberKey.Quantity.RATIO_PLAIN, Map.of("depth", List.of("3"))),
            new Tolerance(
                    Tolerance.Measure.DECADES, List.of(new Tolerance.Step(new BigDecimal("0.5"), BigDecimal.TWO))),
            "",
            false,
            List.of(new Question.Solution(NONE, new Words("SECRET-how", "SECRET-how [[depth]] layers"))));

    @Test
    void ofSeveralOptionsOnlyTheChosenAreJudgedUntilTheKeyIsMet() {
        for (var early :
                List.of(save("several", 1, 0, "w1", choices("a", "b")), get("several", 1), submit("several", 1, 0))) {
            assertThat(early).bodyJson().extractingPath("$.judged").isNull();
            assertThat(early).bodyJson().extractingPath("$.answer").isNull();
        }
        open.addAll(List.of("SECRET-a", "SECRET-b"));
        var told = submit("several", 1, 1);
        assertThat(told)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.judged.points")
                .isEqualTo(0);
        assertThat(told).bodyJson().extractingPath("$.judged.pieces[0].points").isEqualTo(1);
        assertThat(told).bodyJson().extractingPath("$.judged.pieces[1].points").isEqualTo(-1);
        assertThat(told).bodyJson().extractingPath("$.answer").isNull();
        assertThat(told).bodyJson().extractingPath("$.nextAttempt").isEqualTo("deep-cnn:several:2");
        assertThat(body(told)).doesNotContain("\"c\"");

        open.clear();
        save("several", 2, 0, "w2", choices("c", "a"));
        open.addAll(List.of("SECRET-a", "SECRET-c", "SECRET-solution"));
        var met = submit("several", 2, 1);
        assertThat(met).bodyJson().extractingPath("$.judged.right").isEqualTo(true);
        assertThat(met).bodyJson().extractingPath("$.first.points").isEqualTo(0);
        assertThat(met).bodyJson().extractingPath("$.answer.options").asArray().containsExactly("a", "c");
        assertThat(met).bodyJson().extractingPath("$.nextAttempt").isNull();
    }

    @Test
    void aKeyInPartsIsShownOnRequestAndEndsTheTries() {
        save("several", 1, 0, "w1", choices("b"));
        assertThat(reveal("several", 1)).hasStatus(400);
        open.add("SECRET-b");
        submit("several", 1, 1);
        open.add("SECRET-solution");
        var shown = reveal("several", 1);
        assertThat(shown)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.answer.options")
                .asArray()
                .containsExactly("a", "c");
        assertThat(save("several", 2, 0, "w2", choices("a", "c"))).hasStatus(400);
    }

    @Test
    void aMisjudgedStatementIsToldItsTruthAndNotAskedAgain() {
        save("statement", 1, 0, "w1", choose("false"));
        open.add("SECRET-false");
        var told = submit("statement", 1, 1);
        assertThat(told).bodyJson().extractingPath("$.feedback.right").isEqualTo(false);
        assertThat(told).bodyJson().extractingPath("$.key").isEqualTo("true");
        assertThat(told).bodyJson().extractingPath("$.nextAttempt").isNull();
        assertThat(save("statement", 2, 0, "w2", choose("true"))).hasStatus(400);
    }

    @Test
    void aWordIsToldItsSlipAndItsFeedbackAndTheKeyWhenShown() {
        save("word", 1, 0, "w1", write("SECRXT-word"));
        open.add("SECRXT-word");
        var slip = submit("word", 1, 1);
        assertThat(slip).bodyJson().extractingPath("$.judged.pieces[0].note").isEqualTo("spelling");
        assertThat(slip).bodyJson().extractingPath("$.answer").isNull();
        save("word", 2, 0, "w2", write("nearly"));
        open.add("SECRET-near");
        var near = submit("word", 2, 1);
        assertThat(near).bodyJson().extractingPath("$.judged.points").isEqualTo(1);
        assertThat(near).bodyJson().extractingPath("$.first.points").isEqualTo(0);
        open.addAll(List.of("SECRET-word", "SECRET-solution"));
        assertThat(reveal("word", 2))
                .bodyJson()
                .extractingPath("$.answer.markdown")
                .isEqualTo("SECRET-word");
        assertThat(save("word", 3, 0, "w3", write("x".repeat(201)))).hasStatus(400);
    }

    @Test
    void anOrderIsAnsweredByTokensOfItsDrawThatEveryTryKeeps() {
        var drawn = attempts.values(mina, new AttemptId(mina, COURSE, "order", 1));
        var tokens = List.of("first", "second", "third").stream()
                .map(id -> drawn.getOrDefault("order:" + id, id))
                .toList();
        assertThat(tokens).doesNotContain("first", "second", "third");
        assertThat(save("order", 1, 0, "w0", choices("first", "second", "third")))
                .hasStatus(400);
        save("order", 1, 0, "w1", choices(tokens.get(1), tokens.get(2), tokens.get(0)));
        open.add("SECRET-third");
        var told = submit("order", 1, 1);
        assertThat(told).bodyJson().extractingPath("$.judged.points").isEqualTo(1);
        assertThat(told).bodyJson().extractingPath("$.judged.pieces[0].right").isEqualTo(true);
        assertThat(told).bodyJson().extractingPath("$.judged.pieces[1].html").isEqualTo("SECRET-third");
        assertThat(told).bodyJson().extractingPath("$.answer").isNull();
        open.clear();
        save("order", 2, 0, "w2", choices(tokens.toArray(String[]::new)));
        open.add("SECRET-solution");
        var met = submit("order", 2, 1);
        assertThat(met).bodyJson().extractingPath("$.judged.right").isEqualTo(true);
        assertThat(met).bodyJson().extractingPath("$.first.points").isEqualTo(1);
        assertThat(met).bodyJson().extractingPath("$.answer.options").asArray().containsExactlyElementsOf(tokens);
    }

    @Test
    void gapsAreMarkedByWhatWasDrawnAndANumberThatIsNoneIsNotHeldAgainstThem() {
        save("gaps", 1, 0, "w1", "{\"kind\":\"parts\",\"values\":{\"twice\":\"many\"}}");
        assertThat(submit("gaps", 1, 1)).hasStatus(400).bodyText().contains("number-no-number");
        save("gaps", 1, 1, "w2", "{\"kind\":\"parts\",\"values\":{\"twice\":\"6,0\"}}");
        var told = submit("gaps", 1, 2);
        assertThat(told).bodyJson().extractingPath("$.judged.points").isEqualTo(1);
        assertThat(told).bodyJson().extractingPath("$.judged.pieces[0].id").isEqualTo("twice");
        assertThat(told).bodyJson().extractingPath("$.answer").isNull();
        open.addAll(List.of("SECRET-gap", "SECRET-how 3"));
        var shown = reveal("gaps", 1);
        assertThat(shown).bodyJson().extractingPath("$.answer.values.twice").isEqualTo("6");
        assertThat(shown).bodyJson().extractingPath("$.solutions[0].html").isEqualTo("SECRET-how 3");
    }

    @Test
    void aNumberIsToldNeitherKeyNorSeedBeforeItsSubmissionAndThenItsNetworkToo() {
        var profile = new Measurement.Profile(2.3, 0.1, List.of(1e-6, 1e-4, 1e-3, 1e-2), List.of(1.0, 1.0, 1.0));
        given(lab.sealed(any(), any())).willReturn(List.of(new Measurement.Gradients(0, profile, null)));
        for (var early : List.of(
                get("number", 1),
                save("number", 1, 0, "w1", number("2e-4")),
                get("number", 1),
                submit("number", 1, 0))) {
            assertThat(early).bodyJson().extractingPath("$.number").isNull();
            assertThat(body(early)).doesNotContain("seed=", "1.00E-4");
        }
        verify(lab, never()).sealed(any(), any());

        open.add("SECRET-how");
        var told = submit("number", 1, 1);
        var asked = ArgumentCaptor.forClass(GradientFlow.class);
        verify(lab).sealed(any(), asked.capture());
        assertThat(told).hasStatusOk().bodyJson().extractingPath("$.number.key").isEqualTo("0.00010");
        assertThat(told).bodyJson().extractingPath("$.number.distance").isEqualTo(0.3);
        assertThat(told).bodyJson().extractingPath("$.number.points").isEqualTo(2);
        assertThat(told).bodyJson().extractingPath("$.number.seed").isEqualTo((int)
                asked.getValue().seed());
        assertThat(told)
                .bodyJson()
                .extractingPath("$.number.lab")
                .asString()
                .startsWith("labs/deep-cnn/flow?depth=3&width=8&activation=tanh")
                .endsWith("&seed=" + asked.getValue().seed());
        assertThat(told).bodyJson().extractingPath("$.solutions[0].html").isEqualTo("SECRET-how 3 layers");
        assertThat(body(get("number", 1))).isEqualTo(body(told));
    }

    @Test
    void aTextThatIsNoNumberIsNotHeldAgainstTheKey() {
        save("number", 1, 0, "w1", number("5 kg"));
        assertThat(submit("number", 1, 1))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("number-unit");
        assertThat(get("number", 1)).bodyJson().extractingPath("$.submittedAt").isNull();
    }

    @Test
    void whatWouldFollowIsToldOfTheChosenOptionAndOfAllOnceTheKeyIs() {
        for (var early : List.of(get("choice", 1), save("choice", 1, 0, "w1", choose("c")))) {
            assertThat(early).bodyJson().extractingPath("$.follows").isNull();
        }
        open.add("SECRET-c");
        var other = submit("choice", 1, 1);
        assertThat(other).bodyJson().extractingPath("$.follows").asMap().isEmpty();
        assertThat(body(save("choice", 2, 0, "w2", choose("a")))).doesNotContain("if-a");
        open.add("SECRET-a");
        var chosen = submit("choice", 2, 1);
        assertThat(chosen).bodyJson().extractingPath("$.follows.a.id").isEqualTo("if-a");
        assertThat(reveal("choice", 1))
                .bodyJson()
                .extractingPath("$.follows.a.id")
                .isEqualTo("if-a");
    }

    @Test
    void aPredictionIsToldNothingBeforeItsLockAndThenBothCurvesAndItsScore() {
        var profile = new Measurement.Profile(2.3, 0.1, List.of(1e-6, 1e-4, 1e-2), List.of(1.0, 1.0));
        given(lab.sealed(any(), any())).willReturn(List.of(new Measurement.Gradients(0, profile, null)));
        for (var early : List.of(get("curve", 1), save("curve", 1, 0, "w1", draw("-6,-4,-2.6")), get("curve", 1))) {
            assertThat(early)
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.measured")
                    .isNull();
            assertThat(early).bodyJson().extractingPath("$.solutions").isNull();
        }
        assertThat(submit("curve", 1, 0))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.measured")
                .isNull();

        open.add("SECRET-solution");
        var locked = submit("curve", 1, 1);
        assertThat(locked)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.measured.curve")
                .asArray()
                .containsExactly(-6.0, -4.0, -2.0);
        assertThat(locked).bodyJson().extractingPath("$.measured.distance").isEqualTo(0.2);
        assertThat(locked).bodyJson().extractingPath("$.measured.points").isEqualTo(2);
        assertThat(body(get("curve", 1))).isEqualTo(body(locked));
        assertThat(save("curve", 1, 1, "w2", draw("0,0,0"))).hasStatus(410);
    }

    @Test
    void aPredictionThatCantBeMeasuredNowIsKeptAndMayBeLockedLater() {
        given(lab.sealed(any(), any())).willThrow(new ExperimentRejected("busy", Map.of()));
        save("curve", 1, 0, "w1", draw("0,0,0"));
        assertThat(submit("curve", 1, 1))
                .hasStatus(503)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("busy");
        assertThat(get("curve", 1)).bodyJson().extractingPath("$.submittedAt").isNull();
    }

    @Test
    void aCurveThatIsNoneIsRefused() {
        for (var unfit : List.of("0,0", "0,0,9", "0,null,0", "0,\"NaN\",0", "0,\"x\",0")) {
            assertThat(save("curve", 1, 0, "w1", draw(unfit))).as(unfit).hasStatus(400);
        }
    }

    @Test
    void logsWhatBecameOfAnAnswerAndNothingOfWhatItSays() {
        var log = (Logger) LoggerFactory.getLogger(AnswersEndpoint.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
        try {
            save("essay", 1, 0, "w1", write("personal words"));
            save("essay", 1, 0, "w2", write("personal words"));
        } finally {
            log.detachAppender(lines);
            log.setLevel(null);
        }
        assertThat(lines.list)
                .extracting(line -> line.getFormattedMessage() + " " + line.getKeyValuePairs())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("answer saved")
                                .contains("deep-cnn:essay:1", "Accepted", "sequence=\"1\"")
                                .doesNotContain("personal words"),
                        line -> assertThat(line).contains("Stale").doesNotContain("personal words"));
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = Attempts.class)
    static class TheStore {}

    @Autowired
    AnswersEndpoint endpoint;

    @Autowired
    Attempts attempts;

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
                List.of(new Lesson(
                        "one", NONE, Map.of(), PartsExamples.and(CHOICE, ESSAY, CURVE, NUMBER), List.of(IF_A, FLOW))));
        given(courses.edition(any(), any())).willReturn(edition);
        given(courses.newest(COURSE)).willReturn(Optional.of(edition));
        given(courses.question(any()))
                .willAnswer(call -> edition.question(
                                call.<QuestionRef>getArgument(0).question())
                        .orElseThrow());
        given(grading.released(any(), any())).willReturn(Optional.empty());
        given(people.me()).willReturn(new Person(mina, "mina", "Mina", false, true));
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
                new BigDecimal("10"),
                BigDecimal.TEN,
                false,
                Map.of("sum", 1),
                "Well *derived* <script>",
                true,
                Instant.EPOCH);
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

    private static String choices(String... options) {
        return "{\"kind\":\"choices\",\"options\":[\"%s\"]}".formatted(String.join("\",\"", options));
    }

    private static String number(String text) {
        return "{\"kind\":\"number\",\"text\":\"%s\"}".formatted(text);
    }

    private static Question.Option option(String id) {
        return new Question.Option(id, NONE, words(id), id.equals("a") ? Optional.of("if-a") : Optional.empty());
    }

    private static Words words(String name) {
        return new Words("<p>SECRET-%s ko</p>".formatted(name), "<p>SECRET-%s en</p>".formatted(name));
    }

    private static String choose(String option) {
        return "{\"kind\":\"choice\",\"option\":\"%s\"}".formatted(option);
    }

    private static String draw(String exponents) {
        return "{\"kind\":\"curve\",\"log10Values\":[%s]}".formatted(exponents);
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
