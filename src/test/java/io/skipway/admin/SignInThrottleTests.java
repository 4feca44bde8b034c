package io.skipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {
    private Instant now = Instant.parse("2026-11-24T09:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void aFewMistypesCostNothing() {
        fail(4);
        assertThat(throttle.wait("mina", "here")).isZero();
    }

    @Test
    void guessingGetsSlowerAndNeverStopsForLong() {
        fail(5);
        assertThat(throttle.wait("MINA ", "here")).isEqualTo(Duration.ofSeconds(1));
        now = now.plusMillis(400);
        assertThat(throttle.waitSeconds("mina", "here")).isOne();
        fail(3);
        assertThat(throttle.wait("mina", "here")).isEqualTo(Duration.ofSeconds(8));
        fail(100);
        assertThat(throttle.wait("mina", "here")).isEqualTo(Duration.ofMinutes(1));
        now = now.plusSeconds(61);
        assertThat(throttle.wait("mina", "here")).isZero();
    }

    @Test
    void aStrangerElsewhereDelaysNobody() {
        fail(50);
        assertThat(throttle.wait("mina", "elsewhere")).isZero();
        assertThat(throttle.wait("jun", "here")).isZero();
    }

    @Test
    void aSuccessForgetsTheFailures() {
        fail(8);
        throttle.succeeded("mina", "here");
        assertThat(throttle.wait("mina", "here")).isZero();
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        fail(20);
        now = now.plus(Duration.ofMinutes(16));
        fail(1);
        assertThat(throttle.wait("mina", "here")).isZero();
    }

    private void fail(int times) {
        for (var i = 0; i < times; i++) {
            throttle.failed("mina", "here");
        }
    }
}
