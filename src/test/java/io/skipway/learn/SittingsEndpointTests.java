package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skipway.MovedClock;
import io.skipway.attempts.Invigilation;
import io.skipway.attempts.Sitting;
import io.skipway.attempts.Sittings;
import io.skipway.identity.CourseId;
import io.skipway.identity.People;
import io.skipway.identity.UserId;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * A sitting over HTTP. Every reply, of its answers too, is searched for what its reader may not know yet: all that is secret
 * bears the word SECRET and is told in {@code open} only from the moment it may be.
 */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@Import(QuizzesOfTheTest.class)
@WithMockUser(username = "jun", roles = "STUDENT")
class SittingsEndpointTests {
    private static final CourseId COURSE = new CourseId("deep-cnn");

    @Autowired
    SittingsEndpoint endpoint;

    @Autowired
    AnswersEndpoint answers;

    @Autowired
    Sittings sittings;

    @Autowired
    Invigilation invigilation;

    @Autowired
    People people;

    @Autowired
    MovedClock clock;

    private final List<String> open = new ArrayList<>();
    private MockMvcTester http =
            MockMvcTester.create(MockMvcBuilders.standaloneSetup().build());

    @BeforeEach
    void listen() {
        http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(endpoint, answers)
                .addFilters(new BoundedAnswers())
                .build());
    }

    @Test
    void tellsTheServersTimeTheDeadlineAndWhatWasSaidMeanwhile() {
        var sitting = begin("ordered", "");
        var told = get(sitting);
        assertThat(told).hasStatusOk().bodyJson().extractingPath("$.seconds").isEqualTo(600);
        assertThat(told).bodyJson().extractingPath("$.usual").isEqualTo(600);
        assertThat(told).bodyJson().extractingPath("$.user").isEqualTo(jun().toString());
        assertThat(told)
                .bodyJson()
                .extractingPath("$.endsAt")
                .isEqualTo(sitting.endsAt().orElseThrow().toString());
        assertThat(told).bodyJson().extractingPath("$.submittedAt").isNull();
        invigilation.give(person("instructor"), sitting.id(), Duration.ofMinutes(5));
        invigilation.announce(person("instructor"), COURSE, "ordered", "Question 2 means the <first> word.");
        var given = get(sitting);
        assertThat(given).bodyJson().extractingPath("$.seconds").isEqualTo(900);
        assertThat(given)
                .bodyJson()
                .extractingPath("$.announcements[0].words")
                .isEqualTo("Question 2 means the <first> word.");
    }

    @Test
    void nothingIsTakenBackFromASectionThatWasLeft() {
        var sitting = begin("ordered", "");
        assertThat(save(sitting, "test-word", 0, text("early"))).hasStatus(410);
        assertThat(post(sitting, "/section", "\"from\":0"))
                .bodyJson()
                .extractingPath("$.section")
                .isEqualTo(1);
        // The same press twice leaves one section.
        assertThat(post(sitting, "/section", "\"from\":0"))
                .bodyJson()
                .extractingPath("$.section")
                .isEqualTo(1);
        assertThat(save(sitting, "test-choice", 0, choice("b"))).hasStatus(410);
        assertThat(save(sitting, "test-word", 0, text("word"))).hasStatusOk();
    }

    @Test
    void aFlagIsKept() {
        var sitting = begin("timed", "residual");
        assertThat(post(sitting, "/flags/test-word", "\"on\":true"))
                .bodyJson()
                .extractingPath("$.flags")
                .asArray()
                .containsExactly("test-word");
        assertThat(get(sitting)).bodyJson().extractingPath("$.flags").asArray().containsExactly("test-word");
        assertThat(post(sitting, "/flags/test-word", "\"on\":false"))
                .bodyJson()
                .extractingPath("$.flags")
                .asArray()
                .isEmpty();
        assertThat(post(sitting, "/flags/other", "\"on\":true")).hasStatus(404);
    }

    @Test
    void noKeyIsToldBeforeAllIsMarkedAndNoAnswerIsOverlookedByTheSubmission() {
        var sitting = begin("timed", "residual");
        save(sitting, "test-choice", 0, choice("a"));
        save(sitting, "test-word", 0, text("mine"));
        assertThat(answer(sitting, "test-choice")).hasStatusOk();
        assertThat(submitOne(sitting, "test-choice", 1)).hasStatus(400);
        assertThat(post(sitting, "/submission", "\"bases\":{\"test-choice\":1}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.newer")
                .asArray()
                .containsExactly("test-word");
        assertThat(get(sitting)).bodyJson().extractingPath("$.submittedAt").isNull();
        // From here on it may be told, once all is marked.
        open.addAll(List.of("SECRET-a", "SECRET-word", "SECRET-how"));
        assertThat(post(sitting, "/submission", "\"bases\":{\"test-choice\":1,\"test-word\":1}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.endedBy")
                .isEqualTo("student");
        settled(sitting);
        var told = answer(sitting, "test-choice");
        assertThat(told).bodyJson().extractingPath("$.feedback.right").isEqualTo(false);
        assertThat(told).bodyJson().extractingPath("$.worth.points").isEqualTo(0);
        assertThat(told).bodyJson().extractingPath("$.worth.outOf").isEqualTo(3);
        assertThat(answer(sitting, "test-word"))
                .bodyJson()
                .extractingPath("$.answer.markdown")
                .isEqualTo("SECRET-word");
        assertThat(save(sitting, "test-word", 1, text("late"))).hasStatus(410);
    }

    @Test
    void whatIsNeverShownIsNotToldAfterTheEndEither() {
        var sitting = begin("later", "");
        save(sitting, "test-choice", 0, choice("a"));
        assertThat(post(sitting, "/submission", "\"bases\":{\"test-choice\":1}"))
                .hasStatusOk();
        settled(sitting);
        var told = answer(sitting, "test-choice");
        assertThat(told).bodyJson().extractingPath("$.worth").isNull();
        assertThat(told).bodyJson().extractingPath("$.feedback").isNull();
        assertThat(told).bodyJson().extractingPath("$.key").isNull();
        assertThat(answer(sitting, "test-word"))
                .bodyJson()
                .extractingPath("$.answer")
                .isNull();
    }

    @Test
    void aMissedTryIsToldItsFeedbackAndLeavesOneLess() {
        var sitting = begin("tried", "");
        save(sitting, "test-choice", 0, choice("a"));
        open.add("SECRET-a");
        var missed = submitOne(sitting, "test-choice", 1);
        assertThat(missed)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.tries.left")
                .isEqualTo(1);
        assertThat(missed).bodyJson().extractingPath("$.tries.missed").isEqualTo(true);
        assertThat(missed).bodyJson().extractingPath("$.submittedAt").isNull();
        assertThat(missed).bodyJson().extractingPath("$.key").isNull();
        open.clear();
        assertThat(save(sitting, "test-choice", 1, choice("b")))
                .bodyJson()
                .extractingPath("$.tries.missed")
                .isEqualTo(false);
        open.add("SECRET-b");
        var met = submitOne(sitting, "test-choice", 2);
        assertThat(met).bodyJson().extractingPath("$.submittedAt").isNotNull();
        assertThat(met).bodyJson().extractingPath("$.worth.points").isEqualTo(1.5);
    }

    @Test
    void afterTheDeadlineItIsOverThoughNobodyIsThere() {
        var sitting = begin("ordered", "");
        save(sitting, "test-choice", 0, choice("b"));
        clock.pass(Duration.ofMinutes(20));
        open.add("SECRET-b");
        assertThat(save(sitting, "test-choice", 1, choice("a"))).hasStatus(410);
        settled(sitting);
        var told = get(sitting);
        assertThat(told).bodyJson().extractingPath("$.endedBy").isEqualTo("server");
        assertThat(told)
                .bodyJson()
                .extractingPath("$.submittedAt")
                .isEqualTo(sitting.endsAt().orElseThrow().toString());
        assertThat(answer(sitting, "test-choice"))
                .bodyJson()
                .extractingPath("$.worth.points")
                .isEqualTo(3);
    }

    @Test
    void whoeverElseIsSignedInOrWritesNonsenseIsToldSo() {
        var sitting = begin("timed", "residual");
        for (var path : List.of("/submission", "/flags/test-word", "/section")) {
            assertThat(http.post()
                            .uri(address(sitting) + path)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(
                                    "{\"user\":\"%s\",\"bases\":{},\"on\":true,\"from\":0}".formatted(UserId.random())))
                    .as(path)
                    .hasStatus(412);
        }
        assertThat(http.get().uri("/api/sittings/deep-cnn:timed:77")).hasStatus(404);
        assertThat(http.get().uri("/api/sittings/deep-cnn:timed.test-word:1")).hasStatus(400);
        assertThat(post(sitting, "/submission", "\"bases\":null")).hasStatus(400);
        var path = address(sitting) + "/submission";
        assertThat(http.post()
                        .uri(path)
                        .servletPath(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("x".repeat(BoundedAnswers.MOST_BYTES + 1)))
                .hasStatus(413);
    }

    private Sitting begin(String quiz, String password) {
        // One of another test may still go on.
        sittings.standing(jun(), COURSE, quiz)
                .open()
                .ifPresent(going -> invigilation.close(person("instructor"), going.id()));
        return sittings.begin(jun(), COURSE, quiz, password);
    }

    private void settled(Sitting sitting) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sittings.find(jun(), sitting.id()).orElseThrow().settled());
    }

    private static String address(Sitting sitting) {
        return "/api/sittings/" + sitting.id().token();
    }

    private MvcTestResult get(Sitting sitting) {
        return checked(http.get().uri(address(sitting)).exchange());
    }

    private MvcTestResult answer(Sitting sitting, String question) {
        return checked(http.get()
                .uri(answers(sitting, question) + "/answers/" + question)
                .exchange());
    }

    private MvcTestResult save(Sitting sitting, String question, long base, String response) {
        return post(
                answers(sitting, question) + "/answers/" + question,
                "\"base\":%d,\"writeId\":\"write-%s\",\"response\":%s"
                        .formatted(base, java.util.UUID.randomUUID(), response));
    }

    private MvcTestResult submitOne(Sitting sitting, String question, long base) {
        return post(answers(sitting, question) + "/submission", "\"base\":" + base);
    }

    private static String answers(Sitting sitting, String question) {
        return "/api/attempts/" + sitting.id().attempt(question).token();
    }

    private MvcTestResult post(Sitting sitting, String path, String body) {
        return post(address(sitting) + path, body);
    }

    private MvcTestResult post(String path, String body) {
        return checked(http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"user\":\"%s\",%s}".formatted(jun(), body))
                .exchange());
    }

    private static String choice(String option) {
        return "{\"kind\":\"choice\",\"option\":\"%s\"}".formatted(option);
    }

    private static String text(String words) {
        return "{\"kind\":\"text\",\"markdown\":\"%s\"}".formatted(words);
    }

    private UserId jun() {
        return person("jun");
    }

    private UserId person(String username) {
        return people.named(username).orElseThrow().id();
    }

    private MvcTestResult checked(MvcTestResult reply) {
        try {
            var told = reply.getResponse().getContentAsString(StandardCharsets.UTF_8);
            for (var secret : open) {
                told = told.replace(secret, "");
            }
            assertThat(told).doesNotContain("SECRET");
            return reply;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
