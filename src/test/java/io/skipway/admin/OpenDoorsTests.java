package io.skipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.skipway.identity.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** Which pages open to whom. */
class OpenDoorsTests extends AdminScene {
    @Test
    @WithMockUser(username = "mina", roles = "STUDENT")
    void aStudentFindsNoPeoplePage() {
        accounts.setRoles(ada, people.me().id(), COURSE, Set.of(Role.STUDENT));
        UI.getCurrent().navigate("people");
        assertThat(getCurrentView()).isNotInstanceOf(PeopleView.class);
        assertThat(menu()).doesNotContain("People");
    }

    @Test
    @WithMockUser(username = "ines", roles = "INSTRUCTOR")
    void anInstructorFindsNoPeoplePage() {
        accounts.setRoles(ada, people.me().id(), COURSE, Set.of(Role.INSTRUCTOR));
        UI.getCurrent().navigate("people");
        assertThat(getCurrentView()).isNotInstanceOf(PeopleView.class);
        assertThat(menu()).doesNotContain("People");
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void anAdministratorDoes() {
        UI.getCurrent().navigate("people");
        assertThat(getCurrentView()).isInstanceOf(PeopleView.class);
        assertThat(menu()).contains("People");
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void aRightThatIsGoneTakesItsPageAndItsPlaceInTheMenuAlong() {
        UI.getCurrent().navigate("people");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()));
        UI.getCurrent().navigate("people");
        assertThat(getCurrentView()).isNotInstanceOf(PeopleView.class);
        assertThat(menu()).doesNotContain("People");
    }

    @Test
    @WithMockUser(username = "mina", roles = "STUDENT")
    void aOneTimePasswordOpensNothingButThePageToChangeIt() {
        accounts.resetPassword(ada, people.me().id());
        UI.getCurrent().navigate("join");
        assertThat(getCurrentView()).isInstanceOf(ChangePasswordView.class);
    }

    @Test
    @WithAnonymousUser
    void theSetUpLinkMakesOneAdministratorAndWorksOnce() {
        jdbc.sql("delete from person").update();
        var token = setUp.token().orElseThrow();
        UI.getCurrent().navigate("set-up", QueryParameters.of("token", token));
        test(find(TextField.class).withLabel("Sign-in name").single()).setValue("first");
        test(find(PasswordField.class).single()).setValue("long enough it is");
        press("Make the administrator");
        assertThat(people.named("first").orElseThrow().administrator()).isTrue();
        UI.getCurrent().navigate("set-up", QueryParameters.of("token", token));
        assertThat(getCurrentView()).isNotInstanceOf(SetUpView.class);
    }

    private List<String> menu() {
        return find(Anchor.class).all().stream().map(Anchor::getText).toList();
    }
}
