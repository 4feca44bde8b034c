package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.skipway.lab.Activation;
import io.skipway.lab.IdentityTerm;
import io.skipway.lab.Measurement;
import java.util.stream.Stream;
import org.bytedeco.openblas.global.openblas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphEngineTests {
    private static final IdentityTerm SMALL = new IdentityTerm(1, Activation.TANH, "none", 2, 7);

    @Test
    void computesOnOneThread() {
        Engines.run(SMALL);
        assertThat(openblas.blas_get_num_threads()).isEqualTo(1);
    }

    static Stream<Arguments> whatBreaks() {
        return Stream.of(
                Arguments.of(new OutOfMemoryError("heap"), "out-of-memory"),
                Arguments.of(new IllegalStateException("Failed to allocate 1 bytes"), "out-of-memory"),
                Arguments.of(new UnsatisfiedLinkError("no library"), "native-error"),
                Arguments.of(new IllegalStateException("shape"), "internal"));
    }

    @ParameterizedTest
    @MethodSource("whatBreaks")
    void whatBreaksInTheLibraryIsAFailureWithACode(Throwable broken, String code) {
        var failure = catchThrowable(() -> Engines.ENGINE.run(SMALL, throwing(broken)));
        assertThat(failure).isInstanceOf(EngineFailure.class).hasCause(broken);
        assertThat(((EngineFailure) failure).code()).isEqualTo(code);
    }

    @Test
    void whatTheListenerThrowsIsItsOwn() {
        var own = new IllegalStateException("no store");
        own.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("io.skipway.lab.Watch", "measured", "Watch.java", 1)});
        assertThat(catchThrowable(() -> Engines.ENGINE.run(SMALL, throwing(own))))
                .isSameAs(own);
    }

    private static Engine.Progress throwing(Throwable broken) {
        return new Engine.Progress() {
            @Override
            public void measured(Measurement measurement) {
                switch (broken) {
                    case Error error -> throw error;
                    case RuntimeException exception -> throw exception;
                    default -> throw new AssertionError(broken);
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
