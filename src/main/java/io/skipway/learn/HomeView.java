package io.skipway.learn;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The courses of whoever is signed in. */
@Route("")
@PageTitle("Skipway")
@PermitAll
class HomeView extends Main {
    HomeView() {
        add(new H1("Skipway"));
    }
}
