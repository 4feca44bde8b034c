package io.skipway.player;

import io.skipway.lab.DataRejected;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.LabJson;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says why the lab refuses, by a code for which the panel has the sentence; never with a stack trace. */
@RestControllerAdvice(assignableTypes = {RunsEndpoint.class, DataEndpoint.class})
class RunsRefusals {
    private record Refusal(String code, Map<String, Object> details) {}

    @ExceptionHandler
    ResponseEntity<String> rejected(ExperimentRejected e) {
        var status =
                switch (e.code()) {
                    case "queue-full", "busy", "superseded" -> HttpStatus.TOO_MANY_REQUESTS;
                    case "prediction-open" -> HttpStatus.LOCKED;
                    case "too-long", "data-too-long" -> HttpStatus.CONTENT_TOO_LARGE;
                    case "data-of-another" -> HttpStatus.FORBIDDEN;
                    case "data-full", "data-used" -> HttpStatus.CONFLICT;
                    default -> HttpStatus.BAD_REQUEST;
                };
        return answer(status, new Refusal(e.code(), e.details()));
    }

    @ExceptionHandler
    ResponseEntity<String> noData(DataRejected e) {
        return answer(HttpStatus.BAD_REQUEST, new Refusal("no-data", Map.of("problems", e.problems())));
    }

    /** The same where there is no such run: nobody learns which there are. */
    @ExceptionHandler
    ResponseEntity<String> denied(AccessDeniedException e) {
        return answer(HttpStatus.FORBIDDEN, new Refusal("forbidden", Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<String> mistyped(MethodArgumentTypeMismatchException e) {
        return answer(HttpStatus.BAD_REQUEST, new Refusal("unreadable", Map.of()));
    }

    private static ResponseEntity<String> answer(HttpStatus status, Refusal refusal) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(LabJson.write(refusal));
    }
}
