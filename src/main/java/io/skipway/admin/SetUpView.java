package io.skipway.admin;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.skipway.identity.SetUp;
import io.skipway.ui.Wording;

/** Makes the first administrator, for whoever has the link from the log. */
@Route("set-up")
@AnonymousAllowed
class SetUpView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final Wording words = Wording.of(SetUpView.class);
    private final transient SetUp setUp;
    private final TextField username = new TextField(words.get("username"));
    private final TextField name = new TextField(words.get("name"));
    private final PasswordField password = new PasswordField(words.get("password"));
    private final Paragraph error = new Paragraph();
    private String token = "";

    SetUpView(SetUp setUp) {
        this.setUp = setUp;
        addClassNames("page", "sign-in");
        password.setHelperText(words.get("password-help"));
        error.addClassName("form-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        var make = new NativeButton(words.get("make-administrator"), click -> make());
        make.addClassNames("button", "primary");
        add(new H1(words.get("set-up")), new Paragraph(words.get("set-up-about")), error);
        var form = new com.vaadin.flow.component.html.Div(username, name, password, make);
        form.addClassName("form");
        add(form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
        if (token.isEmpty() || !setUp.valid(token)) {
            throw new NotFoundException();
        }
    }

    private void make() {
        try {
            setUp.administrator(token, username.getValue(), name.getValue(), password.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("sign-in"));
        } catch (IllegalArgumentException e) {
            error.setText(words.get("length".equals(e.getMessage()) ? "password-help" : "set-up-refused"));
            error.setVisible(true);
        }
    }

    @Override
    public String getPageTitle() {
        return words.get("set-up") + " · Skipway";
    }
}
