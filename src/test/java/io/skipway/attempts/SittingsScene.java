package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

import io.skipway.courseware.Bank;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.MultipleChoice;
import io.skipway.courseware.NumberKey;
import io.skipway.courseware.Question;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Quiz;
import io.skipway.courseware.Response;
import io.skipway.courseware.Tolerance;
import io.skipway.courseware.Words;
import io.skipway.grading.Grading;
import io.skipway.grading.QuizResults;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.UserId;
import io.skipway.lab.Activation;
import io.skipway.lab.GradientFlow;
import io.skipway.lab.Initialiser;
import io.skipway.lab.Lab;
import io.skipway.lab.Measurement;
import io.skipway.lab.Normalisation;
import io.skipway.lab.Skip;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A course with quizzes, a clock that the test turns, and two servers that end what is over, each when it is told to. */
@AttemptsTest
@Import({SittingsScene.Rooms.class, Histories.class, Invigilation.class})
@RecordApplicationEvents
abstract class SittingsScene {
    private static final Words NONE = new Words("", "");

    static final GradientFlow FLOW = new GradientFlow(
            2, 8, Activation.TANH, Initialiser.NORMAL, 0.02, Normalisation.NONE, Skip.NONE, 1, "digits", 0, 0.1, 7);
    static final Instant NINE = Instant.parse("2024-06-03T09:00:00Z");

    /** Without the server's own timer: nothing ends but by the test. */
    @ComponentScan("io.skipway.grading")
    static class Rooms {
        @Bean
        Turned clock() {
            return new Turned();
        }
    }

    @Autowired
    Turned clock;

    @Autowired
    Sittings sittings;

    @Autowired
    Invigilation invigilation;

    @Autowired
    Attempts attempts;

    @Autowired
    AttemptRows rows;

    @Autowired
    SittingRows sittingRows;

    @Autowired
    OpenSittings open;

    @Autowired
    Finishing finishing;

    @Autowired
    Grading grading;

    @Autowired
    QuizResults results;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Courses courses;

    @MockitoBean
    Enrolments enrolments;

    @MockitoBean
    Lab lab;

    final CourseId course = new CourseId("c" + UUID.randomUUID());
    final UserId mina = UserId.random();
    final UserId jun = UserId.random();
    final UserId teacher = UserId.random();
    final Rules rules = new Rules();
    Settling server;
    Settling another;

    @BeforeEach
    void twoServersAtNine() {
        clock.turn(NINE);
        jdbc.sql("delete from sitting").update();
        server = new Settling(sittingRows, open, finishing);
        another = new Settling(sittingRows, open, finishing);
        measures(1e-3);
    }

    /** The rules of the quiz, as a test sets them before it teaches it. */
    static final class Rules {
        Quiz.Mode mode = Quiz.Mode.EXAM;
        List<Quiz.Section> sections = List.of(section("choice", "number", "essay"));
        Optional<Instant> opens = Optional.empty();
        Optional<Instant> closes = Optional.empty();
        Optional<Duration> limit = Optional.of(Duration.ofMinutes(40));
        Duration grace = Duration.ofSeconds(30);
        java.util.OptionalInt attempts = java.util.OptionalInt.empty();
        Duration delay = Duration.ZERO;
        Optional<String> password = Optional.empty();
        boolean sequential;
        Quiz.Behaviour behaviour = new Quiz.Behaviour.Deferred();
        Quiz.Review review = new Quiz.Review(Quiz.When.SUBMITTED, Quiz.When.SUBMITTED, Quiz.When.CLOSED);

        Quiz quiz() {
            return new Quiz(
                    "quiz",
                    NONE,
                    NONE,
                    mode,
                    sections,
                    opens,
                    closes,
                    limit,
                    grace,
                    attempts,
                    Quiz.Counts.BEST,
                    delay,
                    password,
                    sequential,
                    behaviour,
                    review);
        }
    }

    static Quiz.Section section(String... questions) {
        return new Quiz.Section(
                NONE,
                false,
                List.of(questions).stream()
                        .map(question -> new Quiz.Item(List.of(question), 1, Optional.empty()))
                        .toList());
    }

    static Quiz.Section pool(boolean shuffled, int draw, String... questions) {
        return new Quiz.Section(
                NONE, shuffled, List.of(new Quiz.Item(List.of(questions), draw, Optional.of(BigDecimal.ONE))));
    }

    void teach() {
        teach("first");
    }

    /** Publishes an edition with the quiz as its rules are now. */
    void teach(String hash) {
        var lesson = new Lesson("one", NONE, Map.of(), List.of(choice("lessons")), List.of());
        var edition = new Edition(
                course,
                new EditionId(hash),
                NONE,
                NONE,
                List.of(lesson),
                new Bank(bank(), List.of()),
                List.of(rules.quiz()));
        when(courses.newest(course)).thenReturn(Optional.of(edition));
        when(courses.all()).thenReturn(List.of(edition));
        when(courses.edition(course, edition.id())).thenReturn(edition);
        doAnswer(call -> edition.question(call.<QuestionRef>getArgument(0).question())
                        .orElseThrow())
                .when(courses)
                .question(any());
    }

    private static List<Question> bank() {
        return List.of(
                choice("choice"),
                choice("second"),
                choice("third"),
                new Question.Numeric(
                        "number",
                        NONE,
                        BigDecimal.TWO,
                        Optional.empty(),
                        new NumberKey.Given(new BigDecimal("0.5")),
                        new Tolerance(
                                Tolerance.Measure.ABSOLUTE,
                                List.of(new Tolerance.Step(new BigDecimal("0.01"), BigDecimal.TWO))),
                        "",
                        false,
                        List.of()),
                new MultipleChoice(
                        "several",
                        NONE,
                        BigDecimal.TWO,
                        Optional.empty(),
                        List.of(option("a"), option("b"), option("c")),
                        Set.of("a", "b"),
                        MultipleChoice.Rule.RIGHT_MINUS_WRONG,
                        List.of()),
                new Question.Essay(
                        "essay",
                        NONE,
                        BigDecimal.TEN,
                        Optional.empty(),
                        5000,
                        new Question.Rubric(List.of()),
                        List.of()),
                new Question.Prediction(
                        "curve",
                        NONE,
                        BigDecimal.TWO,
                        Optional.empty(),
                        FLOW,
                        Question.Network.PLAIN,
                        -20,
                        5,
                        List.of(new Question.Within(BigDecimal.ONE, BigDecimal.TWO)),
                        List.of()));
    }

    private static Question choice(String id) {
        return new Question.SingleChoice(
                id, NONE, BigDecimal.TWO, Optional.empty(), List.of(option("a"), option("b")), "b");
    }

    private static Question.Option option(String id) {
        return new Question.Option(id, NONE, NONE);
    }

    void measures(double norm) {
        var profile = new Measurement.Profile(2.3, 0.1, Collections.nCopies(3, norm), Collections.nCopies(2, norm));
        when(lab.sealed(any(), any())).thenReturn(List.of(new Measurement.Gradients(0, profile, null)));
    }

    void at(String time) {
        clock.turn(Instant.parse("2024-06-03T" + time + "Z"));
    }

    SittingId begin() {
        return begin(mina);
    }

    SittingId begin(UserId who) {
        return sittings.begin(who, course, "quiz", "").id();
    }

    Outcome save(SittingId sitting, String question, long base, Response response) {
        return attempts.save(
                sitting.person(), sitting.attempt(question), base, question + base + UUID.randomUUID(), response);
    }

    Response newest(SittingId sitting, String question) {
        return rows.newest(sitting.attempt(question)).orElseThrow().response();
    }

    Sitting now(SittingId sitting) {
        return sittings.find(sitting.person(), sitting).orElseThrow();
    }

    /** Submits with what is newest of each, and has it marked. */
    void submit(SittingId sitting) {
        var bases = new java.util.HashMap<String, Long>();
        now(sitting)
                .items()
                .forEach(item -> rows.newest(sitting.attempt(item.question()))
                        .ifPresent(saved -> bases.put(item.question(), saved.sequence())));
        assertThat(sittings.submit(sitting.person(), sitting, bases)).isEmpty();
        server.look();
    }

    String points(SittingId sitting, String question) {
        return grading.released(sitting.person(), sitting.attempt(question))
                .map(mark -> mark.points().toPlainString())
                .orElse("");
    }

    static Response choose(String option) {
        return new Response.Choice(option);
    }

    static Response text(String words) {
        return new Response.Text(words);
    }
}
