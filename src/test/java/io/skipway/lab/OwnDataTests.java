package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Ada learns from a file of her own. Ben may not, until she pins a run: then he may look at that, and repeat it. */
class OwnDataTests extends LabScene {
    @Autowired
    DataFiles files;

    @Autowired
    TakeHome takeHome;

    private String data = "";

    @BeforeEach
    void adaHasAFile() {
        data = files.add(ada, "a.csv", Tables.bytes(Tables.csv(80, (int) seed())))
                .data();
    }

    @Test
    void othersStartNothingWithIt() {
        var flow = flow();
        assertThat(lab.explore(ada, flow)).hasSize(1);
        assertThat(done(ada, lab.run(ada, flow)).measurements()).hasSize(4);
        engine.started.clear();
        assertRefused(() -> lab.run(ben, flow));
        assertRefused(() -> lab.run(ben, flow()));
        assertRefused(() -> lab.explore(ben, flow));
        assertThat(engine.started).isEmpty();
    }

    @Test
    void whoMayReadARunMayRepeatItAndTakeItHome() {
        var run = done(ada, lab.run(ada, flow()));
        assertDenied(() -> lab.after(ben, run.id(), 0));
        assertDenied(() -> lab.replay(ben, run.id()));
        assertDenied(() -> lab.verify(ben, run.id()));
        assertDenied(() -> takeHome.flow(ben, run.id()));
        graders.readable.add(run.id());
        assertThat(done(ben, lab.replay(ben, run.id())).comparison()).matches(it -> it != null && it.equal());
        assertThat(takeHome.flow(ben, run.id())).isEqualTo(run.experiment());
        assertRefused(() -> lab.run(ben, run.experiment()));
    }

    @Test
    void saysThatTheFileIsGone() {
        var run = done(ada, lab.run(ada, flow()));
        files.remove(ada, data);
        assertThat(lab.after(ada, run.id(), 0).measurements()).hasSize(4);
        assertThat(ended(ada, lab.replay(ada, run.id())).failure())
                .matches(it -> it != null && it.code().equals("data-gone"));
        assertThat(rejected(() -> takeHome.flow(ada, run.id())).code()).isEqualTo("data-gone");
        assertThat(rejected(() -> await().until(() -> lab.verify(ada, run.id()).verification() != null))
                        .code())
                .isEqualTo("data-gone");
    }

    private GradientFlow flow() {
        return new GradientFlow(
                4,
                8,
                Activation.TANH,
                Initialiser.XAVIER,
                0.05,
                Normalisation.NONE,
                Skip.IDENTITY,
                1,
                data,
                3,
                0.1,
                seed());
    }

    private static void assertRefused(ThrowingCallable asking) {
        assertThat(rejected(asking).code()).isEqualTo("data-of-another");
    }

    private static void assertDenied(ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOf(AccessDeniedException.class);
    }
}
