package io.skipway.admin;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.skipway.identity.People;
import org.springframework.stereotype.Component;

/** Whoever signed in with a one-time password chooses their own before they see anything else. */
@Component
class OneTimePasswords implements VaadinServiceInitListener {
    private final AuthenticationContext authentication;
    private final People people;

    OneTimePasswords(AuthenticationContext authentication, People people) {
        this.authentication = authentication;
        this.people = people;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(opened -> opened.getUI().addBeforeEnterListener(entering -> {
                    if (entering.getNavigationTarget() != ChangePasswordView.class
                            && authentication
                                    .getPrincipalName()
                                    .flatMap(people::named)
                                    .filter(person -> people.mustChangePassword(person.id()))
                                    .isPresent()) {
                        entering.forwardTo(ChangePasswordView.class);
                    }
                }));
    }
}
