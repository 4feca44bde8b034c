package io.skipway.learn;

import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Outcome;
import io.skipway.attempts.Saved;
import io.skipway.attempts.Unanswerable;
import io.skipway.courseware.Language;
import io.skipway.courseware.Response;
import io.skipway.identity.People;
import io.skipway.identity.UserId;
import io.skipway.lab.ExperimentRejected;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the answers of whoever is signed in. 200 means committed; 409 that a newer answer is there, 410 that the attempt is
 * closed, 412 that someone else is signed in than the page believes. Whatever is refused, the page keeps its text.
 */
@RestController
@RequestMapping("/api/attempts/{token}")
class AnswersEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(AnswersEndpoint.class);
    private static final String LANGUAGE = "Skipway-Language";

    private final Attempts attempts;
    private final AnswerStates states;
    private final People people;

    AnswersEndpoint(Attempts attempts, AnswerStates states, People people) {
        this.attempts = attempts;
        this.states = states;
        this.people = people;
    }

    record Write(String user, long base, String writeId, Response response) {}

    record Final(String user, long base) {}

    record Reveal(String user) {}

    @GetMapping("/answers/{question}")
    AnswerState read(
            @PathVariable String token,
            @PathVariable String question,
            @RequestHeader(name = LANGUAGE, defaultValue = "en") String language) {
        return state(attempt(token, question), language);
    }

    @PostMapping("/answers/{question}")
    ResponseEntity<?> save(
            @PathVariable String token,
            @PathVariable String question,
            @RequestHeader(name = LANGUAGE, defaultValue = "en") String language,
            @RequestBody Write write) {
        var id = attempt(token, question);
        if (someoneElse(id, write.user())) {
            return otherUser(id.person());
        }
        if (write.writeId().isBlank() || write.writeId().length() > 64) {
            throw new Unanswerable("unfit");
        }
        var outcome =
                attempts.save(id.person(), id, write.base(), write.writeId(), Objects.requireNonNull(write.response()));
        log("saved", id, outcome);
        return answer(id, outcome, language);
    }

    @PostMapping("/submission")
    ResponseEntity<?> submit(
            @PathVariable String token,
            @RequestHeader(name = LANGUAGE, defaultValue = "en") String language,
            @RequestBody Final last) {
        var id = AttemptId.of(me(), token);
        if (someoneElse(id, last.user())) {
            return otherUser(id.person());
        }
        var outcome = attempts.submit(id.person(), id, last.base());
        log("submitted", id, outcome);
        return answer(id, outcome, language);
    }

    @PostMapping("/reveal")
    ResponseEntity<?> reveal(
            @PathVariable String token,
            @RequestHeader(name = LANGUAGE, defaultValue = "en") String language,
            @RequestBody Reveal wish) {
        var id = AttemptId.of(me(), token);
        if (someoneElse(id, wish.user())) {
            return otherUser(id.person());
        }
        attempts.reveal(id.person(), id.course(), id.exercise());
        return ResponseEntity.ok(state(id, language));
    }

    private ResponseEntity<?> answer(AttemptId id, Outcome outcome, String language) {
        var status =
                switch (outcome) {
                    case Outcome.Accepted accepted -> HttpStatus.OK;
                    case Outcome.Stale stale -> HttpStatus.CONFLICT;
                    case Outcome.Closed closed -> HttpStatus.GONE;
                };
        var state = state(id, language);
        // The receipt is of this write, even where a later one of another tab is there by now.
        return ResponseEntity.status(status)
                .body(outcome instanceof Outcome.Accepted(var saved) ? state.withReceipt(saved) : state);
    }

    private AnswerState state(AttemptId id, String language) {
        return states.of(id.person(), id, Language.of(Locale.forLanguageTag(language)));
    }

    private AttemptId attempt(String token, String question) {
        var id = AttemptId.of(me(), token);
        if (!id.question().equals(question)) {
            throw new Unanswerable("unknown");
        }
        return id;
    }

    private UserId me() {
        return people.me().id();
    }

    private static boolean someoneElse(AttemptId own, @Nullable String user) {
        return !own.person().toString().equals(user);
    }

    private static ResponseEntity<?> otherUser(UserId me) {
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED).body(Map.of("user", me.toString()));
    }

    private static void log(String what, AttemptId id, Outcome outcome) {
        LOG.atInfo()
                .addKeyValue("person", id.person())
                .addKeyValue("attempt", id.token())
                .addKeyValue("outcome", outcome.getClass().getSimpleName())
                .addKeyValue("sequence", outcome instanceof Outcome.Accepted(Saved saved) ? saved.sequence() : "")
                .log("answer {}", what);
    }

    @ExceptionHandler
    ResponseEntity<?> unanswerable(Unanswerable e) {
        var status = e.code().equals("too-long") ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        return ResponseEntity.status(status).body(Map.of("code", e.code()));
    }

    /** What can't be measured now is not final either: press again. */
    @ExceptionHandler
    ResponseEntity<?> unmeasured(ExperimentRejected e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("code", e.code()));
    }

    @ExceptionHandler({IllegalArgumentException.class, HttpMessageNotReadableException.class, NullPointerException.class
    })
    ResponseEntity<?> unreadable(Exception e) {
        // Not its message, which may quote the answer.
        LOG.atWarn().addKeyValue("reason", e.getClass().getSimpleName()).log("unreadable answer");
        return ResponseEntity.badRequest().body(Map.of("code", "unreadable"));
    }

    @ExceptionHandler
    ResponseEntity<?> denied(AccessDeniedException e) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("code", "denied"));
    }
}
