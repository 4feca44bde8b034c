package io.skipway.admin;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.skipway.ServerTest;
import io.skipway.Skipway;
import io.skipway.identity.Accounts;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Person;
import io.skipway.identity.SetUp;
import io.skipway.identity.UserId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

/** The administrator Ada before the real pages and a real store, where every test begins with nobody else. */
@ServerTest
@Transactional
@ViewPackages(classes = Skipway.class)
abstract class AdminScene extends SpringBrowserlessTest {
    static final CourseId COURSE = new CourseId("deep-cnn");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Enrolments enrolments;

    @Autowired
    SetUp setUp;

    UserId ada = UserId.random();

    /** The pages open for whoever the test signs in, so these must be there first. */
    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        jdbc.sql("delete from enrolment").update();
        jdbc.sql("delete from join_code").update();
        jdbc.sql("delete from person").update();
        ada = setUp.administrator(setUp.token().orElseThrow(), "ada", "Ada", "long enough it is")
                .id();
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn instanceof UsernamePasswordAuthenticationToken
                && !signedIn.getName().equals("ada")) {
            made(signedIn.getName(), signedIn.getName());
            jdbc.sql("update person set must_change = false").update();
        }
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    Person made(String username, String name) {
        return accounts.create(ada, username, name).person();
    }

    /** Presses a button of the page, by what is written on it. */
    void press(String text) {
        test(find(NativeButton.class).withText(text).single()).click();
    }

    /** Presses a button in someone's row of the list. */
    void press(String name, String text) {
        test(find(NativeButton.class, row(name)).withText(text).single()).click();
    }

    Section row(String name) {
        return find(Section.class).withAttribute("aria-label", name).single();
    }

    /** The sentence in which the page tells of what was done. */
    String told() {
        return find(Paragraph.class).withClassName("told").single().getText();
    }
}
