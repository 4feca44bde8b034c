package io.skipway.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.skipway.StoreTest;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.EditionId;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Question;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Response;
import io.skipway.courseware.Words;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Lab;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is promised of receipts and of the whole history, whatever database is beneath. */
@StoreTest
@Import({
    Histories.class,
    Attempts.class,
    AttemptRows.class,
    Draws.class,
    Finishing.class,
    GrantRows.class,
    OpenQuestions.class,
    OpenSittings.class,
    Practisable.class,
    SittingRows.class,
    Sittings.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class HistoriesContract {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final Words NONE = new Words("", "");

    @Autowired
    Histories histories;

    @Autowired
    Attempts attempts;

    @MockitoBean
    Courses courses;

    @MockitoBean
    Enrolments enrolments;

    @MockitoBean
    Lab lab;

    private final UserId mina = UserId.random();
    private final UserId gil = UserId.random();
    private final AttemptId essay = new AttemptId(mina, COURSE, "essay", 1);
    private final AttemptId choice = new AttemptId(mina, COURSE, "choice", 1);

    @BeforeEach
    void aCourseWithAChoiceAndAnEssay() {
        var options = List.of(new Question.Option("a", NONE, NONE), new Question.Option("b", NONE, NONE));
        List<Question> questions = List.of(
                new Question.SingleChoice("choice", NONE, BigDecimal.TWO, Optional.empty(), options, "b"),
                new Question.Essay(
                        "essay",
                        NONE,
                        BigDecimal.TEN,
                        Optional.empty(),
                        99,
                        new Question.Rubric(List.of()),
                        List.of()));
        var lesson = new Lesson("one", NONE, Map.of(), questions, List.of());
        var edition = new Edition(COURSE, new EditionId("first"), NONE, NONE, List.of(lesson));
        when(courses.newest(COURSE)).thenReturn(Optional.of(edition));
        when(courses.question(any()))
                .thenAnswer(call -> edition.question(
                                call.<QuestionRef>getArgument(0).question())
                        .orElseThrow());
    }

    @Test
    void aReceiptThatNobodyCanCheckProvesNothing() {
        write(essay, 0, "w1", "half of \ud83e, 안녕 \"$x$\" \\ \u0007 \u2028");
        save(choice, 0, "w2", new Response.Choice("a"));
        attempts.submit(mina, choice, 1);
        write(essay, 1, "w3", "");
        var receipts = receipts(mina);
        assertThat(receipts).extracting(Receipt::exercise).containsExactly("choice", "essay", "essay");
        assertThat(receipts).extracting(Receipt::sequence).containsExactly(1L, 1L, 2L);
        assertThat(receipts).extracting(Receipt::submitted).containsExactly(true, false, false);
        assertThat(receipts).extracting(Receipt::body).element(0).isEqualTo("{\"kind\":\"choice\",\"option\":\"a\"}");
        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(sha256(receipt.body())).isEqualTo(receipt.hash()));
        var newest = attempts.find(mina, essay).orElseThrow().newest().orElseThrow();
        assertThat(receipts.getLast().hash()).isEqualTo(newest.hash());
        assertThat(receipts.getLast().at()).isEqualTo(newest.at());
    }

    @Test
    void aReceiptIsNobodyElses() {
        write(essay, 0, "w1", "mine");
        assertThat(receipts(UserId.random())).isEmpty();
        assertThat(receipts(mina)).hasSize(1);
    }

    @Test
    void everyStateIsThereInOrderThoughOnlyTheLastCounts() {
        for (var base = 0; base < 4; base++) {
            write(essay, base, "w" + base, "text " + base);
        }
        attempts.submit(mina, essay, 4);
        var history = histories.of(gil, essay);
        assertThat(history.saved())
                .extracting(Saved::response)
                .containsExactly(text("text 0"), text("text 1"), text("text 2"), text("text 3"));
        assertThat(history.saved()).extracting(Saved::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(history.saved()).extracting(Saved::at).isSorted();
        assertThat(history.submittedAt())
                .isEqualTo(attempts.find(mina, essay).orElseThrow().submittedAt());
        assertThat(history.aside()).isEmpty();
        assertThat(history.toString()).doesNotContain(mina.toString());
    }

    @Test
    void whatCameLateIsToldFromWhatWasOnlyStale() {
        write(essay, 0, "w1", "first");
        write(essay, 1, "w2", "second");
        write(essay, 1, "tab", "from another tab");
        attempts.submit(mina, essay, 2);
        write(essay, 2, "late", "too late");
        write(essay, 2, "blank", "");
        var history = histories.of(gil, essay);
        assertThat(history.aside())
                .extracting(History.Aside::response)
                .containsExactly(text("from another tab"), text("too late"), text(""));
        assertThat(history.aside()).extracting(History.Aside::late).containsExactly(false, true, true);
        assertThat(history.aside()).extracting(History.Aside::base).containsExactly(1L, 2L, 2L);
        assertThat(history.aside()).allSatisfy(aside -> assertThat(aside.hash()).hasSize(64));
        assertThat(history.saved().getLast().response()).isEqualTo(text("second"));
    }

    @Test
    void whatCameAfterTheKeyWasShownIsLateToo() {
        save(choice, 0, "w1", new Response.Choice("a"));
        attempts.submit(mina, choice, 1);
        var second = new AttemptId(mina, COURSE, "choice", 2);
        save(second, 0, "w2", new Response.Choice("a"));
        attempts.reveal(mina, COURSE, "choice");
        save(second, 1, "w3", new Response.Choice("b"));
        assertThat(histories.of(gil, second).aside())
                .singleElement()
                .satisfies(aside -> assertThat(aside.late()).isTrue());
    }

    /** As when a receipt was lost, and the words that followed came first upon the state before. */
    @Test
    void whatWasTakenInTheEndIsNotCalledAside() {
        write(essay, 0, "w1", "one");
        write(essay, 0, "w2", "one two");
        assertThat(histories.of(gil, essay).aside()).hasSize(1);
        write(essay, 1, "w2", "one two");
        assertThat(histories.of(gil, essay).aside()).isEmpty();
        assertThat(histories.of(gil, essay).saved()).hasSize(2);
    }

    @Test
    void whoNeitherTeachesNorGradesReadsNoHistory() {
        write(essay, 0, "w1", "mine");
        doThrow(new AccessDeniedException("no")).when(enrolments).require(gil, COURSE, Role.INSTRUCTOR, Role.GRADER);
        assertThatThrownBy(() -> histories.of(gil, essay)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> histories.of(mina, new AttemptId(mina, COURSE, "essay", 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Receipt> receipts(UserId who) {
        var all = new ArrayList<Receipt>();
        histories.receipts(who, COURSE, all::add);
        return all;
    }

    private void write(AttemptId attempt, long base, String writeId, String markdown) {
        save(attempt, base, writeId, text(markdown));
    }

    private void save(AttemptId attempt, long base, String writeId, Response response) {
        attempts.save(mina, attempt, base, writeId, response);
    }

    private static Response text(String markdown) {
        return new Response.Text(markdown);
    }

    /** Computed as someone outside would. */
    private static String sha256(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
