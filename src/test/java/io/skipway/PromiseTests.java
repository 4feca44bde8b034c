package io.skipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            try (var before = StudentOverHttp.demo(server, "mina")) {
                assertThat(before.save("skip-stabilises", 0, "w1", "said before")
                                .status())
                        .isEqualTo(200);
                server.kill();
                assertThatThrownBy(() -> before.save("skip-stabilises", 1, "w2", "said before, and while it was down"))
                        .isInstanceOf(IOException.class);
                server.start();
            }
            try (var after = StudentOverHttp.demo(server, "mina")) {
                var reply = after.save("skip-stabilises", 1, "w2", "said before, and while it was down");
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body().get("sequence").asLong()).isEqualTo(2);
                assertThat(text(after.answer("skip-stabilises"))).isEqualTo("said before, and while it was down");
            }
        }

        @Test
        void anExpiredSessionTakesNoWordAndLosesNone() throws Exception {
            try (var expired = StudentOverHttp.demo(server, "jun")) {
                expired.save("skip-stabilises", 0, "w1", "signed in");
                expired.forget();
                assertThat(expired.save("skip-stabilises", 1, "w2", "signed out")
                                .status())
                        .isIn(401, 403);
            }
            try (var again = StudentOverHttp.demo(server, "jun")) {
                assertThat(text(again.answer("skip-stabilises"))).isEqualTo("signed in");
                assertThat(again.save("skip-stabilises", 1, "w2", "signed out").status())
                        .isEqualTo(200);
                assertThat(text(again.answer("skip-stabilises"))).isEqualTo("signed out");
            }
        }

        @Test
        void wordsAreNotSavedInTheNameOfWhoeverSignedInNext() throws Exception {
            try (var sora = StudentOverHttp.demo(server, "sora");
                    var jun = StudentOverHttp.demo(server, "jun")) {
                var own = jun.answer("identity-beyond-init");
                var words = StudentOverHttp.text("sora's words");
                var reply = jun.post(
                        StudentOverHttp.answerPath("identity-beyond-init"),
                        Map.of("user", sora.user(), "base", 0, "writeId", "w1", "response", words));
                assertThat(reply.status()).isEqualTo(412);
                assertThat(jun.answer("identity-beyond-init")).isEqualTo(own);
            }
        }
    }

    @Nested
    @DisplayName("stale writes never become current; a second tab or device is told")
    class StaleWrites {
        @Test
        void aSecondTabDoesNotOverwrite() throws Exception {
            try (var tab = StudentOverHttp.demo(server, "sora");
                    var other = StudentOverHttp.demo(server, "sora")) {
                tab.save("skip-stabilises", 0, "tab-1", "from the tab");
                var told = other.save("skip-stabilises", 0, "other-1", "from the other");
                assertThat(told.status()).isEqualTo(409);
                assertThat(text(told.body())).isEqualTo("from the tab");
                assertThat(told.body().get("writeId").asString()).isEqualTo("tab-1");
                assertThat(text(other.answer("skip-stabilises"))).isEqualTo("from the tab");
                assertThat(other.save("skip-stabilises", 1, "other-2", "from the other, chosen")
                                .status())
                        .isEqualTo(200);
            }
        }

        @Test
        void aSecondDeviceThatNobodyTouchesDoesNotShowAnOldText() throws Exception {
            try (var device = StudentOverHttp.demo(server, "jun");
                    var other = StudentOverHttp.demo(server, "jun")) {
                assertThat(newest(other)).isEmpty();
                device.save("review-degradation", 0, "device-1", "from the device");
                assertThat(newest(other)).hasValueSatisfying(told -> {
                    assertThat(told.get("sequence").asLong()).isEqualTo(1);
                    assertThat(told.get("submitted").asBoolean()).isFalse();
                });
                try (var neighbour = StudentOverHttp.demo(server, "sora")) {
                    assertThat(newest(neighbour)).as("one's own only").isEmpty();
                }
            }
        }

        private static Optional<JsonNode> newest(StudentOverHttp student) throws Exception {
            return student.get("api/courses/deep-cnn/newest")
                    .body()
                    .valueStream()
                    .filter(told -> told.get("attempt").asString().equals("deep-cnn:review-degradation:1"))
                    .findFirst();
        }
    }

    @Nested
    @DisplayName("the last saved state is what counts; a late or blank submit never replaces it")
    class LateAndBlank {
        @Test
        void aBlankSubmitNeverReplacesWhatWasSaved() throws Exception {
            try (var student = StudentOverHttp.demo(server, "sora")) {
                student.save("identity-beyond-init", 0, "w1", "the answer");
                assertThat(student.submit("identity-beyond-init", 0).status()).isEqualTo(409);
                assertThat(student.save("identity-beyond-init", 0, "blank", "").status())
                        .isEqualTo(409);
                assertThat(student.submit("identity-beyond-init", 1).status()).isEqualTo(200);
                assertThat(student.save("identity-beyond-init", 1, "late", "").status())
                        .isEqualTo(410);
                assertThat(student.submit("identity-beyond-init", 1).status()).isEqualTo(200);
                var last = student.answer("identity-beyond-init");
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
            try (var student = StudentOverHttp.demo(server, "mina")) {
                receipt = student.save("identity-beyond-init", 0, "w1", "kept, 간직함")
                        .body();
                server.kill();
                server.start();
            }
            try (var student = StudentOverHttp.demo(server, "mina")) {
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
            try (var student = StudentOverHttp.demo(server, "jun")) {
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

    private static String text(JsonNode state) {
        return state.get("response").get("markdown").asString();
    }
}
