package io.skipway.admin;

import io.skipway.identity.People;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who is signed in now, and the token that its writes must carry. */
@RestController
class SessionEndpoint {
    record Session(String user, String header, String token) {}

    private final People people;

    SessionEndpoint(People people) {
        this.people = people;
    }

    @GetMapping("/api/session")
    Session session(CsrfToken csrf) {
        return new Session(people.me().id().toString(), csrf.getHeaderName(), csrf.getToken());
    }
}
