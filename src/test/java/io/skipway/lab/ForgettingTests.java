package io.skipway.lab;

import static io.skipway.lab.FakeEngine.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skipway.MovedClock;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept, and for how long. */
class ForgettingTests extends LabScene {
    @Autowired
    MovedClock clock;

    @Autowired
    Runs runs;

    @Test
    void forgetsAfterSevenDaysWhatNobodyKeeps() {
        var pinned = done(ada, lab.run(ada, flow(seed())));
        var asked = done(ada, lab.run(ada, flow(seed())));
        var left = done(ada, lab.run(ada, flow(seed())));
        lab.keep(pinned.id());
        lab.keep(pinned.id());
        lab.release(pinned.id());
        clock.pass(Duration.ofDays(6));
        desk.forget();
        assertThat(lab.mayRead(ada, left.id())).isTrue();
        lab.run(ben, asked.experiment());

        clock.pass(Duration.ofDays(2));
        desk.forget();
        assertThat(lab.mayRead(ada, left.id())).isFalse();
        assertThat(lab.after(ben, asked.id(), 0).measurements()).hasSize(4);
        assertThat(lab.after(ada, pinned.id(), 0).measurements()).hasSize(4);
        assertThatThrownBy(() -> lab.keep(left.id())).isInstanceOf(NoSuchElementException.class);

        lab.release(pinned.id());
        desk.forget();
        assertThat(runs.find(pinned.id())).isEmpty();
        clock.pass(Duration.ofDays(-8));
    }

    @Test
    void keepsWhatAPublishedLessonOpensWith() {
        var opening = flow(seed());
        lab.prepare(opening);
        var run = done(ada, lab.run(ada, opening));
        clock.pass(Duration.ofDays(6));
        lab.prepare(opening);
        clock.pass(Duration.ofDays(2));
        desk.forget();
        assertThat(runs.find(run.id())).isPresent();

        clock.pass(Duration.ofDays(6));
        desk.forget();
        assertThat(runs.find(run.id())).isEmpty();
        clock.pass(Duration.ofDays(-14));
    }
}
