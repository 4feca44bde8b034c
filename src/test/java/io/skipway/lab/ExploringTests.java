package io.skipway.lab;

import static io.skipway.lab.FakeEngine.flow;
import static io.skipway.lab.FakeEngine.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.skipway.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A slider moves: answers at once from memory, and never more than the explorers can bear. */
class ExploringTests extends LabScene {
    @Autowired
    Explorers explorers;

    private final Queue<Experiment> explored = new ConcurrentLinkedQueue<>();
    private final CountDownLatch explorersGate = new CountDownLatch(1);

    @Test
    void answersAtOnceAndStoresNothing() {
        var experiment = flow(seed());
        assertThat(lab.explore(ada, experiment)).containsExactly(measured(experiment, 0));
        assertThat(engine.started).isEmpty();
        done(ada, lab.run(ada, experiment));
        assertThat(engine.started).containsExactly(experiment);
    }

    @Test
    void computesTheNewestOfEachPersonOnly() {
        holdExplorers();
        var asks = new ArrayList<CompletableFuture<List<Measurement>>>();
        var experiments = Stream.generate(() -> flow(seed())).limit(4).toList();
        asks.add(explores(ada, experiments.get(0)));
        await().until(() -> explored.size() == 1);
        for (var experiment : experiments.subList(1, 4)) {
            asks.add(explores(ada, experiment));
            // The one that it takes the place of hears of it.
            if (asks.size() > 2) {
                assertThat(rejection(asks.get(asks.size() - 2))).isEqualTo("superseded");
            } else {
                await().until(() -> explorers.waiting() == 1);
            }
        }
        // One thread is left, but not for a second exploration of the same person.
        assertThat(explored).hasSize(1);
        explorersGate.countDown();
        assertThat(asks.getFirst().join()).containsExactly(measured(experiments.getFirst(), 0));
        assertThat(asks.getLast().join()).containsExactly(measured(experiments.getLast(), 0));
        assertThat(explored).containsExactly(experiments.getFirst(), experiments.getLast());
    }

    @Test
    void saysThatItIsBusy() {
        holdExplorers();
        var asks = new ArrayList<CompletableFuture<List<Measurement>>>();
        for (int person = 1; person <= 5; person++) {
            asks.add(explores(UserId.random(), flow(seed())));
            int expected = person;
            await().until(() -> explored.size() + explorers.waiting() == expected);
        }
        assertThat(rejected(() -> lab.explore(ben, flow(seed()))).code()).isEqualTo("busy");
        explorersGate.countDown();
        assertThat(asks).allSatisfy(ask -> assertThat(ask.join()).hasSize(1));
    }

    @Test
    void refusesWhatIsTooLargeBeforeItStarts() {
        var refusal = rejected(() -> lab.explore(ada, new Stacked3x3(10, 128, Activation.RELU, 1)));
        assertThat(refusal.code()).isEqualTo("too-large");
        assertThat(refusal.details()).containsEntry("bound", 2_000_000_000L);
        assertThat(explored).isEmpty();
    }

    private void holdExplorers() {
        engine.exploring = experiment -> {
            explored.add(experiment);
            pass(explorersGate);
            return List.of(measured(experiment, 0));
        };
    }

    private CompletableFuture<List<Measurement>> explores(UserId who, Experiment experiment) {
        return CompletableFuture.supplyAsync(
                () -> lab.explore(who, experiment), task -> Thread.ofVirtual().start(task));
    }

    private static String rejection(CompletableFuture<?> ask) {
        var cause = catchThrowable(() -> ask.get(10, TimeUnit.SECONDS)).getCause();
        assertThat(cause).isInstanceOf(ExperimentRejected.class);
        return cause instanceof ExperimentRejected rejected ? rejected.code() : "";
    }
}
