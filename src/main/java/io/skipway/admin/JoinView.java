package io.skipway.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.identity.JoinCodes;
import io.skipway.identity.People;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;

/** Where a student enters the code of a course. */
@Route("join")
@PermitAll
class JoinView extends Main implements HasDynamicTitle {
    private final Wording words = Wording.of(JoinView.class);
    private final transient People people;
    private final transient JoinCodes codes;
    private final transient SignInThrottle throttle;
    private final TextField code = new TextField(words.get("join-code"));
    private final Paragraph told = new Paragraph();

    JoinView(People people, JoinCodes codes, SignInGate gate) {
        this.people = people;
        this.codes = codes;
        this.throttle = gate.throttle();
        addClassNames("page", "sign-in");
        told.getElement().setAttribute("role", "alert");
        var join = new NativeButton(words.get("join-go"), click -> join());
        join.addClassNames("button", "primary");
        var form = new Div(code, join, told);
        form.addClassName("form");
        add(new H1(words.get("join")), form);
    }

    /** Codes are guessed as slowly as passwords. */
    private void join() {
        var me = people.me();
        var wait = throttle.waitSeconds(me.username(), "join");
        if (wait > 0) {
            told.setText(words.get("throttled", wait));
        } else if (codes.join(me.id(), code.getValue()).isPresent()) {
            throttle.succeeded(me.username(), "join");
            UI.getCurrent().navigate("");
        } else {
            throttle.failed(me.username(), "join");
            told.setText(words.get("join-unknown"));
        }
    }

    @Override
    public String getPageTitle() {
        return words.get("join") + " · Skipway";
    }
}
