package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.StoreTest;
import io.skipway.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the store of CSV files promises, whatever database is beneath. */
@StoreTest
@Import({DataFiles.class, Runs.class, Askers.class})
abstract class DataFilesContract {
    @Autowired
    DataFiles files;

    @Autowired
    Runs runs;

    @Autowired
    Askers askers;

    final UserId ada = UserId.random();
    final UserId ben = UserId.random();

    @Test
    void givesBackWhatWasKeptToItsOwnerAlone() {
        var own = add(ada, 1);
        assertThat(own.data()).startsWith("own:").hasSize(68);
        assertThat(own)
                .extracting("name", "inputs", "examples", "classes", "used")
                .containsExactly("a.csv", 2, 80, 2, false);
        assertThat(files.of(ada)).containsExactly(own);
        assertThat(files.of(ben)).isEmpty();
        files.requireUsable(ada, flow(own.data()));
        assertRefused("data-of-another", () -> files.requireUsable(ben, flow(own.data())));
        assertRefused("data-of-another", () -> files.remove(ben, own.data()));
        assertRefused(
                "data-gone", () -> files.requireUsable(ada, flow(own.data().replace("own", "course"))));
    }

    @Test
    void takesTheGreatestFile() {
        var row = "1234567890.1234567890,".repeat(20);
        var rows = (row + "a\n" + row + "b\n").repeat(DataTable.MOST_BYTES / (2 * row.length() + 4) - 1);
        var csv = "c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,c15,c16,c17,c18,c19,c20,kind\n" + rows;
        files.requireUsable(ada, flow(files.add(ada, "b.csv", Tables.bytes(csv)).data()));
    }

    @Test
    void keepsTheSameFileOnceUnderItsLastName() {
        add(ada, 1);
        assertThat(files.add(ada, "  b\u0000.csv ", Tables.bytes(Tables.csv(80, 1)))
                        .name())
                .isEqualTo("b.csv");
        assertThat(files.of(ada)).hasSize(1);
        assertThat(add(ben, 1).data()).isEqualTo(files.of(ada).getFirst().data());
    }

    @Test
    void keepsNothingThatIsNoData() {
        assertThatThrownBy(() -> files.add(ada, "a.csv", Tables.bytes("x,y\n"))).isInstanceOf(DataRejected.class);
        assertThat(files.of(ada)).isEmpty();
    }

    @Test
    void keepsSoManyAndMoreWhereOneWasRemoved() {
        for (var salt = 0; salt < DataFiles.MOST; salt++) {
            add(ada, salt);
        }
        assertRefused("data-full", () -> add(ada, 99));
        add(ada, 3);
        files.remove(ada, files.of(ada).getFirst().data());
        add(ada, 99);
        assertThat(files.of(ada)).hasSize(DataFiles.MOST);
        add(ben, 99);
    }

    @Test
    void removesNothingThatAPinnedOrUnfinishedRunLearnsFrom() {
        var data = add(ada, 1).data();
        var run = new Run(
                RunId.random(),
                Run.State.QUEUED,
                flow(data),
                data.substring(4),
                "fake",
                List.of(),
                0,
                null,
                null,
                null,
                Instant.now(),
                null);
        runs.add(run, ada, 0, null);
        askers.asks(ada, run.id(), Instant.now());
        assertThat(files.of(ada).getFirst().used()).isTrue();
        assertRefused("data-used", () -> files.remove(ada, data));
        runs.cancel(run.id(), Instant.now());
        runs.keep(run.id());
        assertRefused("data-used", () -> files.remove(ada, data));
        runs.release(run.id());
        files.remove(ada, data);
        assertThat(files.of(ada)).isEmpty();
        assertRefused("data-of-another", () -> files.requireUsable(ada, flow(data)));
        assertThatThrownBy(() -> files.with(flow(data), () -> "computed")).hasMessageStartingWith("data-gone");
    }

    @Test
    void offersACoursesFileToAll() {
        var csv = Tables.csv(80, 7);
        var name = DataFiles.ofCourse(csv);
        assertRefused("data-gone", () -> files.requireUsable(ada, flow(name)));
        files.offer("ink", csv);
        files.offer("ink", csv);
        files.requireUsable(ada, flow(name));
        assertRefused("data-of-another", () -> files.requireUsable(ada, flow(name.replace("course", "own"))));
        assertThat(files.with(flow(name), () -> "computed")).isEqualTo("computed");
    }

    @Test
    void countsColumnsAndClassesAsWork() {
        var own = add(ada, 1).data();
        assertThat(files.effort(flow(own))).isEqualTo(2 * 3 * 32 * (2 + 2) * 8L);
        assertThat(files.effort(flow("digits"))).isZero();
        assertThat(files.effort(new Remedies(4, Activation.TANH, own, 0, 0.1, 1)))
                .isEqualTo(6 * 2 * 3 * 32 * 4 * 32L);
        var largest = flow(own, 200, 96, 499);
        assertRefused("too-large", () -> files.requireUsable(ada, largest));
        files.requireUsable(ada, flow(own, 199, 96, 499));
    }

    private DataFiles.Own add(UserId who, int salt) {
        return files.add(who, "a.csv", Tables.bytes(Tables.csv(80, salt)));
    }

    private static GradientFlow flow(String data) {
        return flow(data, 4, 8, 0);
    }

    private static GradientFlow flow(String data, int depth, int width, int steps) {
        return new GradientFlow(
                depth,
                width,
                Activation.TANH,
                Initialiser.XAVIER,
                0.1,
                Normalisation.NONE,
                Skip.IDENTITY,
                1,
                data,
                steps,
                0.1,
                UUID.randomUUID().hashCode() & 0xffff);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
        assertThat(LabScene.rejected(asking).code()).isEqualTo(code);
    }
}
