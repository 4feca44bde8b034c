package io.skipway.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down who guesses passwords. Failures are counted by sign-in name and address together: a stranger who guesses
 * someone's password elsewhere makes them wait nowhere. It delays and never locks; a success forgets the failures.
 */
class SignInThrottle {
    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;

    /** The oldest goes first, so that a flood of made-up names can't fill the memory. */
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    /** How long this name must wait at this address; zero where it need not. */
    synchronized Duration wait(String name, String address) {
        var known = failures.get(key(name, address));
        if (known == null || known.count() < FREE_TRIES) {
            return Duration.ZERO;
        }
        var pause = Duration.ofSeconds(1L << Math.min(10, known.count() - FREE_TRIES));
        var until = known.last().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        var left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The same in whole seconds, never less than it is. */
    long waitSeconds(String name, String address) {
        return Math.ceilDiv(wait(name, address).toMillis(), 1000);
    }

    synchronized void failed(String name, String address) {
        var now = clock.instant();
        var known = failures.get(key(name, address));
        var old = known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 0 : known.count();
        failures.put(key(name, address), new Failures(old + 1, now));
    }

    synchronized void succeeded(String name, String address) {
        failures.remove(key(name, address));
    }

    private static String key(String name, String address) {
        var shortened = name.length() > 64 ? name.substring(0, 64) : name;
        return shortened.strip().toLowerCase(Locale.ROOT) + " " + address;
    }
}
