package io.skipway.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.identity.Accounts;
import io.skipway.identity.People;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;

/** Where one chooses a password of one's own; after a one-time password it comes before all else. */
@Route("password")
@PermitAll
class ChangePasswordView extends Main implements HasDynamicTitle {
    private final Wording words = Wording.of(ChangePasswordView.class);
    private final transient Accounts accounts;
    private final transient People people;
    private final PasswordField old = new PasswordField(words.get("password-old"));
    private final PasswordField fresh = new PasswordField(words.get("password-new"));
    private final Paragraph told = new Paragraph();

    ChangePasswordView(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
        addClassNames("page", "sign-in");
        fresh.setHelperText(words.get("password-help"));
        told.getElement().setAttribute("role", "status");
        var change = new NativeButton(words.get("password-change"), click -> change());
        change.addClassNames("button", "primary");
        var form = new Div(old, fresh, change, told);
        form.addClassName("form");
        add(new H1(words.get("password-title")), form);
    }

    private void change() {
        try {
            accounts.changePassword(people.me().id(), old.getValue(), fresh.getValue());
            getUI().ifPresent(ui -> ui.navigate(""));
        } catch (IllegalArgumentException e) {
            told.setText(words.get("password-refused." + e.getMessage()));
        }
    }

    @Override
    public String getPageTitle() {
        return words.get("password-title") + " · Skipway";
    }
}
