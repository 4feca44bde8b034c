package io.skipway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page calls saved is saved, though the server is killed while answers are on their way. */
class KilledServerTests {
    private static final int SAVES_EACH = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Writer> writers = List.of(
            new Writer("uniform-3x3", KilledServerTests::choice),
            new Writer("bottleneck-purpose", KilledServerTests::choice),
            new Writer("identity-beyond-init", KilledServerTests::essay),
            new Writer("skip-stabilises", KilledServerTests::essay));

    @Test
    void everyReceiptOutlivesThreeKills(@TempDir Path home) throws Exception {
        try (var server = new ServerProcess(home)) {
            server.start();
            for (var target : List.of(40, 90, 150)) {
                try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                        var student = StudentOverHttp.demo(server, "sora")) {
                    var writing = start(pool, student);
                    await().pollInterval(Duration.ofMillis(1))
                            .atMost(Duration.ofSeconds(60))
                            .until(() -> receipts() >= target || failed(writing));
                    server.kill();
                    finish(writing);
                }
                assertThat(receipts()).as("killed in the middle").isBetween(target, 4 * SAVES_EACH - 1);
                server.start();
                everythingIsThere(server);
            }
            try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                    var student = StudentOverHttp.demo(server, "sora")) {
                finish(start(pool, student));
            }
            assertThat(receipts()).isEqualTo(4 * SAVES_EACH);
            everythingIsThere(server);
        }
    }

    private List<Future<?>> start(java.util.concurrent.ExecutorService pool, StudentOverHttp student) {
        var running = new ArrayList<Future<?>>();
        writers.forEach(writer -> running.add(pool.submit(() -> {
            writer.write(student);
            return null;
        })));
        return running;
    }

    private static boolean failed(List<Future<?>> running) {
        return running.stream().anyMatch(future -> future.state() == Future.State.FAILED);
    }

    /** Throws what a writer found wrong. */
    private static void finish(List<Future<?>> running) throws Exception {
        for (var future : running) {
            future.get();
        }
    }

    private int receipts() {
        return writers.stream().mapToInt(writer -> writer.receipts.size()).sum();
    }

    private void everythingIsThere(ServerProcess server) throws IOException, InterruptedException {
        try (var student = StudentOverHttp.demo(server, "sora")) {
            for (var writer : writers) {
                writer.verify(student);
            }
        }
    }

    private static Map<String, Object> choice(int number) {
        var response = new LinkedHashMap<String, Object>();
        response.put("kind", "choice");
        response.put("option", List.of("a", "b", "c", "d").get(number % 4));
        return response;
    }

    private static Map<String, Object> essay(int number) {
        var text = "Draft %d: the gradient is a *sum*, $I + J_l$, not \"one product\" \\ 기울기는 곱이 아니라 합입니다. 🧮\n"
                .formatted(number);
        return StudentOverHttp.text(text.repeat(1 + number % 30));
    }

    /** One write, sent until its receipt is here. */
    private record Write(long base, String id, Map<String, Object> response) {}

    private record Receipt(Write write, JsonNode state) {}

    /** Answers one question again and again, each time upon the last receipt, as the outbox does. */
    private static final class Writer {
        private final String question;
        private final IntFunction<Map<String, Object>> texts;
        private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
        private @Nullable Write onItsWay;

        Writer(String question, IntFunction<Map<String, Object>> texts) {
            this.question = question;
            this.texts = texts;
        }

        /** Until all are saved, or the server is gone. */
        void write(StudentOverHttp student) throws InterruptedException {
            while (receipts.size() < SAVES_EACH) {
                var number = receipts.size();
                var write =
                        onItsWay != null ? onItsWay : new Write(base(), question + "-" + number, texts.apply(number));
                onItsWay = write;
                try {
                    receipts.add(new Receipt(write, send(student, write)));
                    onItsWay = null;
                } catch (IOException killed) {
                    return;
                }
            }
        }

        private long base() {
            return receipts.isEmpty() ? 0 : sequence(receipts.getLast());
        }

        private JsonNode send(StudentOverHttp student, Write write) throws IOException, InterruptedException {
            var reply = post(student, write);
            assertThat(reply.status()).as("%s of %s", reply.body(), write).isEqualTo(200);
            return reply.body();
        }

        private StudentOverHttp.Reply post(StudentOverHttp student, Write write)
                throws IOException, InterruptedException {
            return student.save(question, write.base(), write.id(), write.response());
        }

        /**
         * The newest answer is the last receipt's or the one whose receipt was lost; and each earlier one, sent again, gives
         * the receipt that it gave before, with the time at which it was first written. A write upon an older answer changes
         * nothing, also after a kill.
         */
        void verify(StudentOverHttp student) throws IOException, InterruptedException {
            var newest = student.answer(question);
            var sequence = newest.get("sequence").asLong();
            if (onItsWay == null || !newest.get("writeId").asString().equals(onItsWay.id())) {
                assertThat(facts(newest)).isEqualTo(facts(receipts.getLast().state()));
            } else {
                assertThat(sequence).isEqualTo(base() + 1);
                assertThat(newest.get("response")).isEqualTo(JSON.valueToTree(onItsWay.response()));
            }
            for (var receipt : receipts) {
                var again = facts(send(student, receipt.write()));
                assertThat(again).isEqualTo(facts(receipt.state()));
                assertThat(again)
                        .containsEntry(
                                "response", JSON.valueToTree(receipt.write().response()));
                assertThat(again)
                        .containsEntry(
                                "hash", JSON.valueToTree(hash(receipt.write().response())));
                assertThat(sequence(receipt)).isEqualTo(receipt.write().base() + 1);
            }
            var late = new Write(sequence - 1, question + "-late-" + sequence, texts.apply(0));
            assertThat(post(student, late).status())
                    .as("a second tab's write upon an older answer")
                    .isEqualTo(409);
            assertThat(facts(student.answer(question))).isEqualTo(facts(newest));
        }

        private static long sequence(Receipt receipt) {
            return receipt.state().get("sequence").asLong();
        }

        private static Map<String, JsonNode> facts(JsonNode state) {
            var facts = new LinkedHashMap<String, JsonNode>();
            for (var name : List.of("sequence", "writeId", "response", "savedAt", "hash")) {
                facts.put(name, requireNonNull(state.get(name)));
            }
            return facts;
        }
    }

    private static String hash(Map<String, Object> response) {
        try {
            var bytes = JSON.writeValueAsString(response).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
