package io.skipway.admin;

import io.skipway.identity.SetUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the set-up link at the start of a server that has no administrator. */
@Component
@Profile("!demo")
class SetUpLink {
    private static final Logger LOG = LoggerFactory.getLogger(SetUpLink.class);

    private final SetUp setUp;

    SetUpLink(SetUp setUp) {
        this.setUp = setUp;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web)) {
            return;
        }
        var server = web.getWebServer();
        if (server != null) {
            setUp.token().ifPresent(token -> LOG.info("""


                      Nobody administers this server yet. Make the first administrator at
                      http://localhost:{}/set-up?token={}
                      The link works once, until tomorrow.
                    """, server.getPort(), token));
        }
    }
}
