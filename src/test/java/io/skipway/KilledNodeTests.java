package io.skipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL behind a balancer: what happens when the node dies on which one is. */
class KilledNodeTests {
    private static final int STUDENTS = 4;
    private static final String ESSAY = "identity-beyond-init";
    private static final String CHOICE = "uniform-3x3";
    private static final String EXAM_CHOICE = "depth-quiz.batch-norm-alone";
    private static final String EXAM_ESSAY = "depth-quiz.lesion-essay";

    @TempDir
    private static Path homes;

    private static String store = "";
    private static final List<ServerProcess> NODES = new ArrayList<>();
    private static Balancer balancer;
    private static boolean killed;

    @BeforeAll
    static void twoNodes() throws Exception {
        store = Postgres.database();
        for (var node : List.of("first", "second")) {
            NODES.add(new ServerProcess(
                    Files.createDirectories(homes.resolve(node)),
                    List.of(
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx512m",
                            "--spring.profiles.active=postgres",
                            "--spring.datasource.url=" + store,
                            "--spring.datasource.username=postgres",
                            "--skipway.demo.students=" + STUDENTS)));
            NODES.getLast().start();
        }
        balancer = new Balancer(NODES);
    }

    @AfterAll
    static void end() throws Exception {
        balancer.close();
        NODES.forEach(ServerProcess::close);
    }

    /** On which all are. */
    @BeforeEach
    void theFirstIsThere() {
        if (killed) {
            NODES.getFirst().start();
            killed = false;
        }
    }

    private static void killTheFirst() {
        NODES.getFirst().kill();
        killed = true;
    }

    @Test
    void whatWasAcknowledgedIsNotLostWithItsNodeAndWritingGoesOnAtTheOther() throws Exception {
        long acknowledged;
        try (var student = student("mina")) {
            acknowledged = writtenUntilTheFirstDies(student, ESSAY);
            assertThat(student.get(StudentOverHttp.answerPath(ESSAY)).status())
                    .as("the other node knows the session not")
                    .isEqualTo(401);
        }
        // Signed in again once, the page loaded again once.
        try (var student = student("mina")) {
            var newest = student.answer(ESSAY);
            var sequence = newest.get("sequence").asLong();
            assertThat(sequence)
                    .as("the last one's receipt may have been on its way")
                    .isBetween(acknowledged, acknowledged + 1);
            assertThat(newest.at("/response/markdown").asString()).isEqualTo(essay(sequence));
            var next = student.save(ESSAY, sequence, "w" + sequence, essay(sequence + 1));
            assertThat(next.status()).isEqualTo(200);
            assertThat(next.body().get("sequence").asLong()).isEqualTo(sequence + 1);
        }
        assertThat(count("select count(*) from response where exercise = '%s'".formatted(ESSAY)))
                .as("each once, none between is missing")
                .isEqualTo(count("select max(sequence) from response where exercise = '%s'".formatted(ESSAY)));
    }

    @Test
    void aSubmissionThatIsSentAgainWhenItsNodeDiesIsMarkedOnce() throws Exception {
        var submitting = new ArrayList<Callable<Integer>>();
        for (var i = 1; i <= STUDENTS; i++) {
            var one = new StudentOverHttp(NODES.get(0).address(), "student" + i, "student%d-demo".formatted(i));
            var other = new StudentOverHttp(NODES.get(1).address(), "student" + i, "student%d-demo".formatted(i));
            assertThat(one.save(CHOICE, 0, "w0", Map.of("kind", "choice", "option", "a"))
                            .status())
                    .isEqualTo(200);
            submitting.add(() -> one.submit(CHOICE, 1).status());
            submitting.add(() -> other.submit(CHOICE, 1).status());
            submitting.add(() -> other.submit(CHOICE, 1).status());
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = submitting.stream().map(pool::submit).toList();
            await().atMost(Duration.ofMinutes(1)).until(() -> sent.stream().anyMatch(Future::isDone));
            killTheFirst();
            for (var i = 0; i < sent.size(); i++) {
                if (i % 3 > 0) {
                    assertThat(sent.get(i).get()).as("at the node that lives").isEqualTo(200);
                }
            }
        }
        var each = "select count(*) from submission join attempt using (person, course, exercise, number)"
                + " where exercise = '%s'".formatted(CHOICE);
        assertThat(count(each)).isEqualTo(STUDENTS);
        assertThat(marks(CHOICE)).isEqualTo(STUDENTS);
    }

    @Test
    void anExamGoesOnAtTheOtherNodeAndIsEndedAndMarkedOnce() throws Exception {
        var students = new ArrayList<StudentOverHttp>();
        long acknowledged;
        try {
            for (var i = 1; i <= STUDENTS; i++) {
                var student = student("student" + i);
                students.add(student);
                sit(student);
                assertThat(student.save(EXAM_CHOICE, 0, "w0", Map.of("kind", "choice", "option", "false"))
                                .status())
                        .isEqualTo(200);
                if (i > 1) {
                    assertThat(student.save(EXAM_ESSAY, 0, "w0", essay(1)).status())
                            .isEqualTo(200);
                }
            }
            acknowledged = writtenUntilTheFirstDies(students.getFirst(), EXAM_ESSAY);
        } finally {
            students.forEach(StudentOverHttp::close);
        }
        long last;
        try (var writer = student("student1")) {
            assertThat(writer.page("sitting/deep-cnn:depth-quiz:1")).contains("<html");
            var sitting = writer.get("api/sittings/deep-cnn:depth-quiz:1").body();
            assertThat(sitting.get("submittedAt").isNull()).isTrue();
            var newest = writer.answer(EXAM_ESSAY);
            last = newest.get("sequence").asLong() + 1;
            assertThat(last).isBetween(acknowledged + 1, acknowledged + 2);
            assertThat(newest.at("/response/markdown").asString()).isEqualTo(essay(last - 1));
            assertThat(writer.save(EXAM_ESSAY, last - 1, "w" + last, essay(last))
                            .status())
                    .isEqualTo(200);
        }
        theFirstIsThere();
        change("update sitting set ends_at = now() - interval '1 hour' where quiz = 'depth-quiz'");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> count("select count(*) from sitting where settled_at is not null") == STUDENTS);
        assertThat(count("select count(*) from sitting where ended_by = 'SERVER' and submitted_at = ends_at"))
                .as("at the deadline, not when a node came to look")
                .isEqualTo(STUDENTS);
        assertThat(marks(EXAM_CHOICE)).as("of each, one").isEqualTo(STUDENTS);
        assertThat(count("select count(*) from mark join submission on submission.id = mark.submission"
                        + " where exercise = '%s' and points = 1".formatted(EXAM_CHOICE)))
                .isEqualTo(STUDENTS);
        assertThat(marks(EXAM_ESSAY)).as("a person's").isZero();
        assertThat(count("select count(*) from submission where exercise = '%s'".formatted(EXAM_ESSAY)))
                .isEqualTo(STUDENTS);
        assertThat(count("select max(sequence) from response where exercise = '%s'".formatted(EXAM_ESSAY)))
                .isEqualTo(last);
    }

    @Test
    void aQueuedRunWhoseNodeDiesIsNeitherLostNorDoneTwice() throws Exception {
        try (var student = student("sora");
                var other = new StudentOverHttp(NODES.getLast().address(), "sora", "sora-demo")) {
            var runs = new ArrayList<String>();
            for (var seed = 1; seed <= 4; seed++) {
                var run = ask(student, seed);
                assertThat(ask(other, seed)).as("asked for at both nodes").isEqualTo(run);
                runs.add(run);
            }
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> states(other, runs).contains("RUNNING"));
            killTheFirst();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> states(other, runs).equals(Set.of("DONE")));
            for (var run : runs) {
                var told = new ArrayList<Integer>();
                other.get("api/runs/%s?after=0".formatted(run))
                        .body()
                        .get("measurements")
                        .forEach(each -> told.add(each.get("sequence").asInt()));
                assertThat(told).isNotEmpty().isSorted().doesNotHaveDuplicates();
            }
            assertThat(count("select count(*) from run where state = 'DONE'")).isEqualTo(runs.size());
            assertThat(count("select count(*) from run")).isEqualTo(runs.size());
            assertThat(
                            count(
                                    "select count(*) from scheduled_tasks where task_instance in (select cast(id as varchar) from run)"))
                    .as("nothing is left to be done again")
                    .isZero();
        }
    }

    private static StudentOverHttp student(String name) throws IOException, InterruptedException {
        return new StudentOverHttp(balancer.address(), name, name + "-demo");
    }

    /** Draft after draft; the last that was acknowledged. */
    private static long writtenUntilTheFirstDies(StudentOverHttp student, String exercise) {
        var acknowledged = new AtomicLong();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = pool.submit(() -> {
                while (true) {
                    var base = acknowledged.get();
                    var reply = student.save(exercise, base, "w" + base, essay(base + 1));
                    assertThat(reply.status()).isEqualTo(200);
                    acknowledged.set(reply.body().get("sequence").asLong());
                }
            });
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.get() >= 30 || writing.isDone());
            killTheFirst();
            assertThat(writing).failsWithin(Duration.ofSeconds(30));
        }
        return acknowledged.get();
    }

    /** As if the exam had been begun on its page. */
    private static void sit(StudentOverHttp student) throws Exception {
        change("""
                insert into sitting (person, course, quiz, number, edition, plan, begun_at, ends_at, section, seen_at)
                select '%s', course, 'depth-quiz', 1, hash, '%s', now(), now() + interval '40 minutes', 0, now()
                from edition where course = 'deep-cnn'""".formatted(student.user(), """
                [{"section": 1, "question": "batch-norm-alone", "points": 1},
                 {"section": 2, "question": "lesion-essay", "points": 6}]"""));
        for (var exercise : List.of(EXAM_CHOICE, EXAM_ESSAY)) {
            change("""
                    insert into attempt (person, course, exercise, number, edition, begun_at)
                    select '%s', course, '%s', 1, hash, now() from edition where course = 'deep-cnn'""".formatted(student.user(), exercise));
        }
    }

    private static String essay(long number) {
        return "Draft %d: 기울기는 합입니다, $I + J$.".formatted(number);
    }

    private static String ask(StudentOverHttp student, int seed) throws IOException, InterruptedException {
        var experiment = Map.<String, Object>of(
                "kind", "degradation", "kernel", "dense", "depth", 56, "steps", 200, "seed", 4_000 + seed);
        var reply = student.post("api/runs", Map.of("experiment", experiment));
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        return reply.body().get("id").asString();
    }

    private static Set<String> states(StudentOverHttp student, List<String> runs)
            throws IOException, InterruptedException {
        var states = new HashSet<String>();
        for (var run : runs) {
            var reply = student.get("api/runs/%s?after=0".formatted(run));
            states.add(reply.body().get("state").asString());
        }
        return states;
    }

    private static long marks(String exercise) throws Exception {
        return count("select count(*) from mark join submission on submission.id = mark.submission"
                + " where exercise = '%s'".formatted(exercise));
    }

    private static void change(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(store, "postgres", "");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static long count(String select) throws Exception {
        try (var connection = DriverManager.getConnection(store, "postgres", "");
                var found = connection.createStatement().executeQuery(select)) {
            found.next();
            return found.getLong(1);
        }
    }
}
