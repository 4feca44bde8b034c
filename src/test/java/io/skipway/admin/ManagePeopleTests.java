package io.skipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.skipway.identity.JoinCodes;
import io.skipway.identity.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "ada", roles = "ADMIN")
class ManagePeopleTests extends AdminScene {
    private static final Pattern CODE = Pattern.compile("enter ([a-z0-9]{12}) at /join");

    @Autowired
    UserDetailsService signIn;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JoinCodes codes;

    @Test
    void aLostPasswordIsReplacedByOneThatIsShownOnceAndMustBeChanged() {
        var mina = made("mina", "Mina");
        navigate(PeopleView.class);
        press("Mina", "New one-time password");
        assertThat(told()).isEmpty();
        press("Mina", "The password that stands ends. Really?");
        assertThat(told()).startsWith("One-time password of mina: ");
        var password = told().replaceFirst(".*: ([a-z0-9]+) .*", "$1");
        assertThat(encoder.matches(password, signIn.loadUserByUsername("mina").getPassword()))
                .isTrue();
        assertThat(people.mustChangePassword(mina.id())).isTrue();
        navigate(JoinView.class);
        navigate(PeopleView.class);
        assertThat(told()).isEmpty();
    }

    @Test
    void whoIsShutOutIsMarkedAndCanBeLetInAgain() {
        made("mina", "Mina");
        navigate(PeopleView.class);
        press("Mina", "Shut out");
        assertThat(signIn.loadUserByUsername("mina").isEnabled()).isTrue();
        press("Mina", "Really shut out?");
        assertThat(row("Mina").getElement().getTextRecursively()).contains("shut out");
        assertThat(signIn.loadUserByUsername("mina").isEnabled()).isFalse();
        press("Mina", "Let in again");
        assertThat(signIn.loadUserByUsername("mina").isEnabled()).isTrue();
    }

    @Test
    void nobodyCanShutThemselvesOut() {
        navigate(PeopleView.class);
        assertThat(row("Ada").getElement().getTextRecursively()).doesNotContain("Shut out");
    }

    @Test
    void aRoleIsGivenAndTakenInTheChosenCourse() {
        var gil = made("gil", "Gil");
        navigate(PeopleView.class);
        press("Gil", "grader");
        press("Gil", "instructor");
        assertThat(enrolments.roles(gil.id(), COURSE)).containsExactly(Role.GRADER, Role.INSTRUCTOR);
        press("Gil", "grader");
        assertThat(enrolments.roles(gil.id(), COURSE)).containsExactly(Role.INSTRUCTOR);
        assertThat(enrolments.courses(gil.id())).containsExactly(COURSE);
    }

    @Test
    void aSearchLeavesWhoHasTheName() {
        made("mina", "Kim Mina");
        made("jun", "Park Jun");
        navigate(PeopleView.class);
        test(find(TextField.class).withLabel("Search by name").single()).setValue("kim");
        assertThat(find(H2.class).withText("One person").exists()).isTrue();
    }

    @Test
    void aJoinCodeIsMadeUsedAndTakenAway() {
        navigate(PeopleView.class);
        press("Make a new code");
        var shown = CODE.matcher(
                find(Paragraph.class).withTextContaining("at /join").single().getText());
        assertThat(shown.find()).isTrue();

        navigate(JoinView.class);
        test(find(TextField.class).withLabel("Join code").single()).setValue("nobody-knows");
        press("Join");
        assertThat(find(Paragraph.class)
                        .withTextContaining("No course has this code")
                        .exists())
                .isTrue();
        test(find(TextField.class).withLabel("Join code").single()).setValue(shown.group(1));
        press("Join");
        assertThat(getCurrentView()).isNotInstanceOf(JoinView.class);
        assertThat(enrolments.roles(ada, COURSE)).containsExactly(Role.STUDENT);

        navigate(PeopleView.class);
        press("Take the code away");
        assertThat(codes.code(ada, COURSE)).isEmpty();
    }
}
