package io.skipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The server's half of the promise, line by line, over HTTP against a real process: what the page calls saved is saved, and
 * what is typed is never lost. Each test bears the failure that it prevents. The browser's half is {@code promise.test.ts},
 * the whole of it in Chromium {@link PromiseIT} and {@link StudentIT}; kills among many answers are {@link KilledServerTests};
 * the stores' share, on both databases, is in the contracts of attempts (answers, histories) and of grading.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromiseTests {
    private final ServerProcess server;

    PromiseTests(@TempDir Path home) {
        server = new ServerProcess(home);
    }

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Nested
    @DisplayName("what could not be sent is sent when the server is back, also after a new sign-in")
    class SentWhenBack {
        @Test
        void whatWasTypedWhileTheServerWasDownArrives() throws Exception {
            try (var before = student("mina")) {
                assertThat(save(before, "skip-stabilises", 0, "w1", "said before")
                                .status())
                        .isEqualTo(200);
                server.kill();
                assertThatThrownBy(() -> save(before, "skip-stabilises", 1, "w2", "said before, and while it was down"))
                        .isInstanceOf(IOException.class);
                server.start();
            }
            try (var after = student("mina")) {
                var reply = save(after, "skip-stabilises", 1, "w2", "said before, and while it was down");
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body().get("sequence").asLong()).isEqualTo(2);
                assertThat(text(read(after, "skip-stabilises"))).isEqualTo("said before, and while it was down");
            }
        }

        @Test
        void anExpiredSessionTakesNoWordAndLosesNone() throws Exception {
            try (var expired = student("jun")) {
                save(expired, "skip-stabilises", 0, "w1", "signed in");
                expired.forget();
                assertThat(save(expired, "skip-stabilises", 1, "w2", "signed out")
                                .status())
                        .isIn(401, 403);
            }
            try (var again = student("jun")) {
                assertThat(text(read(again, "skip-stabilises"))).isEqualTo("signed in");
                assertThat(save(again, "skip-stabilises", 1, "w2", "signed out").status())
                        .isEqualTo(200);
                assertThat(text(read(again, "skip-stabilises"))).isEqualTo("signed out");
            }
        }

        @Test
        void wordsAreNotSavedInTheNameOfWhoeverSignedInNext() throws Exception {
            try (var sora = student("sora");
                    var jun = student("jun")) {
                var own = read(jun, "identity-beyond-init");
                var reply = jun.post(
                        path("identity-beyond-init"),
                        Map.of("user", sora.user(), "base", 0, "writeId", "w1", "response", response("sora's words")));
                assertThat(reply.status()).isEqualTo(412);
                assertThat(read(jun, "identity-beyond-init")).isEqualTo(own);
            }
        }
    }

    @Nested
    @DisplayName("stale writes never become current; a second tab or device is told")
    class StaleWrites {
        @Test
        void aSecondTabDoesNotOverwrite() throws Exception {
            try (var tab = student("sora");
                    var other = student("sora")) {
                save(tab, "skip-stabilises", 0, "tab-1", "from the tab");
                var told = save(other, "skip-stabilises", 0, "other-1", "from the other");
                assertThat(told.status()).isEqualTo(409);
                assertThat(text(told.body())).isEqualTo("from the tab");
                assertThat(told.body().get("writeId").asString()).isEqualTo("tab-1");
                assertThat(text(read(other, "skip-stabilises"))).isEqualTo("from the tab");
                assertThat(save(other, "skip-stabilises", 1, "other-2", "from the other, chosen")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    @DisplayName("the last saved state is what counts; a late or blank submit never replaces it")
    class LateAndBlank {
        @Test
        void aBlankSubmitNeverReplacesWhatWasSaved() throws Exception {
            try (var student = student("sora")) {
                save(student, "identity-beyond-init", 0, "w1", "the answer");
                assertThat(submit(student, "identity-beyond-init", 0).status()).isEqualTo(409);
                assertThat(save(student, "identity-beyond-init", 0, "blank", "").status())
                        .isEqualTo(409);
                assertThat(submit(student, "identity-beyond-init", 1).status()).isEqualTo(200);
                assertThat(save(student, "identity-beyond-init", 1, "late", "").status())
                        .isEqualTo(410);
                assertThat(submit(student, "identity-beyond-init", 1).status()).isEqualTo(200);
                var last = read(student, "identity-beyond-init");
                assertThat(text(last)).isEqualTo("the answer");
                assertThat(last.get("sequence").asLong()).isEqualTo(1);
            }
        }
    }

    @Nested
    @DisplayName("a receipt (sequence, time, hash) that the student can read and keep")
    class Receipts {
        @Test
        void aReceiptIsTheSameInTheFileAfterTheServerWasKilled() throws Exception {
            JsonNode receipt;
            try (var student = student("mina")) {
                receipt = save(student, "identity-beyond-init", 0, "w1", "kept, 간직함")
                        .body();
                server.kill();
                server.start();
            }
            try (var student = student("mina")) {
                assertThat(student.page("api/courses/deep-cnn/receipts.csv"))
                        .contains(
                                "\"identity-beyond-init\",\"1\",\"1\",\"%s\",\"false\",\"%s\",\"{\"\"kind\"\":\"\"text\"\""
                                        .formatted(
                                                receipt.get("savedAt").asString(),
                                                receipt.get("hash").asString()))
                        .contains("kept, 간직함");
            }
        }

        @Test
        void aReceiptIsNotGivenToStrangers() throws Exception {
            try (var student = student("jun")) {
                assertThat(List.of(
                                student.get("api/courses/mining/receipts.csv").status(),
                                student.get("api/courses/..x/receipts.csv").status()))
                        .containsOnly(404);
                student.forget();
                assertThat(student.get("api/courses/deep-cnn/receipts.csv").status())
                        .isEqualTo(401);
            }
        }
    }

    private StudentOverHttp student(String name) throws IOException, InterruptedException {
        return new StudentOverHttp(server.address(), name, name + "-demo");
    }

    private static StudentOverHttp.Reply save(
            StudentOverHttp student, String question, long base, String writeId, String text)
            throws IOException, InterruptedException {
        return student.post(
                path(question),
                Map.of("user", student.user(), "base", base, "writeId", writeId, "response", response(text)));
    }

    private static StudentOverHttp.Reply submit(StudentOverHttp student, String question, long base)
            throws IOException, InterruptedException {
        return student.post(
                "api/attempts/deep-cnn:%s:1/submission".formatted(question),
                Map.of("user", student.user(), "base", base));
    }

    private static JsonNode read(StudentOverHttp student, String question) throws IOException, InterruptedException {
        return student.get(path(question)).body();
    }

    private static String path(String question) {
        return "api/attempts/deep-cnn:%s:1/answers/%s".formatted(question, question);
    }

    private static Map<String, Object> response(String markdown) {
        var response = new LinkedHashMap<String, Object>();
        response.put("kind", "text");
        response.put("markdown", markdown);
        return response;
    }

    private static String text(JsonNode state) {
        return state.get("response").get("markdown").asString();
    }
}
