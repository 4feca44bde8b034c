package io.skipway.learn;

import io.skipway.attempts.Announcement;
import io.skipway.attempts.SittingId;
import io.skipway.attempts.Sittings;
import io.skipway.attempts.Unanswerable;
import io.skipway.identity.People;
import io.skipway.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the page of a sitting how it stands, which is also how the server knows that the page is there, and ends it. 409
 * names the questions of which there is a newer answer; 412 means that someone else is signed in than the page believes.
 */
@RestController
@RequestMapping("/api/sittings/{token}")
class SittingsEndpoint {
    private final Sittings sittings;
    private final People people;

    SittingsEndpoint(Sittings sittings, People people) {
        this.sittings = sittings;
        this.people = people;
    }

    /**
     * How a sitting stands.
     *
     * @param user whose it is, which a page of someone else compares
     * @param now the server's time, by which the page corrects its own
     * @param closesAt the end of the grace, in which what was typed before the deadline may still arrive
     * @param seconds how long it may take, with all that was granted; {@code usual} is what all have
     */
    record State(
            String user,
            Instant now,
            Instant begunAt,
            @Nullable Instant endsAt,
            @Nullable Instant closesAt,
            @Nullable Long seconds,
            @Nullable Long usual,
            int section,
            @Nullable Instant submittedAt,
            @Nullable String endedBy,
            boolean settled,
            Set<String> flags,
            List<Announcement> announcements) {}

    record Submission(String user, Map<String, Long> bases) {}

    record Flag(String user, boolean on) {}

    record Section(String user, int from) {}

    @GetMapping
    State state(@PathVariable String token) {
        var id = SittingId.of(me(), token);
        return state(id, sittings.heard(id.person(), id));
    }

    @PostMapping("/submission")
    ResponseEntity<?> submit(@PathVariable String token, @RequestBody Submission last) {
        var id = SittingId.of(me(), token);
        if (someoneElse(id, last.user())) {
            return otherUser(id.person());
        }
        var newer = sittings.submit(id.person(), id, last.bases());
        return newer.isEmpty()
                ? ResponseEntity.ok(state(id, List.of()))
                : ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("newer", newer));
    }

    @PostMapping("/flags/{question}")
    ResponseEntity<?> flag(@PathVariable String token, @PathVariable String question, @RequestBody Flag flag) {
        var id = SittingId.of(me(), token);
        if (someoneElse(id, flag.user())) {
            return otherUser(id.person());
        }
        sittings.flag(id.person(), id, question, flag.on());
        return ResponseEntity.ok(state(id, List.of()));
    }

    @PostMapping("/section")
    ResponseEntity<?> advance(@PathVariable String token, @RequestBody Section section) {
        var id = SittingId.of(me(), token);
        if (someoneElse(id, section.user())) {
            return otherUser(id.person());
        }
        sittings.advance(id.person(), id, section.from());
        return ResponseEntity.ok(state(id, List.of()));
    }

    private State state(SittingId id, List<Announcement> announcements) {
        var me = id.person();
        var sitting = sittings.find(me, id).orElseThrow(() -> new Unanswerable("unknown"));
        var quiz = sittings.quiz(sitting);
        return new State(
                me.toString(),
                sittings.now(),
                sitting.begunAt(),
                sitting.endsAt().orElse(null),
                sitting.endsAt().map(end -> end.plus(quiz.grace())).orElse(null),
                sittings.allowed(me, sitting).map(Duration::toSeconds).orElse(null),
                quiz.limit().map(Duration::toSeconds).orElse(null),
                sitting.section(),
                sitting.submittedAt().orElse(null),
                sitting.endedBy().map(by -> by.name().toLowerCase(Locale.ROOT)).orElse(null),
                sitting.settled(),
                sittings.flags(me, id),
                announcements);
    }

    private UserId me() {
        return people.me().id();
    }

    private static boolean someoneElse(SittingId own, @Nullable String user) {
        return !own.person().toString().equals(user);
    }

    private static ResponseEntity<?> otherUser(UserId me) {
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED).body(Map.of("user", me.toString()));
    }

    @ExceptionHandler
    ResponseEntity<?> unanswerable(Unanswerable e) {
        var status = e.code().equals("unknown") ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
        return ResponseEntity.status(status).body(Map.of("code", e.code()));
    }

    @ExceptionHandler({IllegalArgumentException.class, HttpMessageNotReadableException.class, NullPointerException.class
    })
    ResponseEntity<?> unreadable(Exception e) {
        return ResponseEntity.badRequest().body(Map.of("code", "unreadable"));
    }

    @ExceptionHandler
    ResponseEntity<?> denied(AccessDeniedException e) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("code", "denied"));
    }
}
