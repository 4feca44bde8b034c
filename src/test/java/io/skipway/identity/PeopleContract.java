package io.skipway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.skipway.StoreTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What is promised of people and their rights, whatever database is beneath. */
@StoreTest
@Import({People.class, Enrolments.class, Accounts.class, Roster.class, JoinCodes.class, SetUp.class, SignIn.class})
abstract class PeopleContract {
    private static final CourseId COURSE = new CourseId("deep-cnn");

    @Autowired
    People people;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Accounts accounts;

    @Autowired
    Roster roster;

    @Autowired
    JoinCodes codes;

    @Autowired
    SetUp setUp;

    @Autowired
    UserDetailsService signIn;

    @Autowired
    PasswordEncoder encoder;

    private UserId admin = UserId.random();

    @BeforeEach
    void theFirstAdministratorComesByTheLink() {
        var token = setUp.token().orElseThrow();
        admin = setUp.administrator(token, "Ada", "Ada Admin", "long enough it is")
                .id();
        assertThatThrownBy(() -> setUp.administrator(token, "eve", "Eve", "long enough it is"))
                .hasMessage("token");
        assertThat(setUp.token()).isEmpty();
    }

    @Test
    void aNameSignsInWhateverItsCaseAndIsTakenOnce() {
        assertThat(people.named("ADA")).isPresent();
        assertThat(signIn.loadUserByUsername("Ada").getAuthorities())
                .extracting(Object::toString)
                .contains("ROLE_ADMIN");
        assertThatThrownBy(() -> accounts.create(admin, "aDa", "Another")).hasMessageContaining("taken");
    }

    @Test
    void aOneTimePasswordWorksUntilOneIsChosen() {
        var created = accounts.create(admin, "mina", "Mina");
        var mina = created.person().id();
        assertThat(people.mustChangePassword(mina)).isTrue();
        assertThatThrownBy(() -> accounts.changePassword(mina, "wrong", "a new long one"))
                .hasMessage("old");
        assertThatThrownBy(() -> accounts.changePassword(mina, created.oneTimePassword(), "short"))
                .hasMessage("length");
        accounts.changePassword(mina, created.oneTimePassword(), "a new long one");
        assertThat(people.mustChangePassword(mina)).isFalse();
        assertThat(encoder.matches(
                        "a new long one", signIn.loadUserByUsername("mina").getPassword()))
                .isTrue();
    }

    @Test
    void rolesHoldInTheirCourseAndAtOnce() {
        var mina = accounts.create(admin, "mina", "Mina").person().id();
        assertThatThrownBy(() -> enrolments.require(mina, COURSE, Role.STUDENT))
                .isInstanceOf(AccessDeniedException.class);
        accounts.setRoles(admin, mina, COURSE, Set.of(Role.STUDENT));
        enrolments.require(mina, COURSE, Role.STUDENT, Role.GRADER);
        assertThat(enrolments.has(mina, new CourseId("other"), Role.STUDENT)).isFalse();
        accounts.setRoles(admin, mina, COURSE, Set.of());
        assertThat(enrolments.courses(mina)).isEmpty();
    }

    @Test
    void onlyAnAdministratorManagesPeople() {
        var mina = accounts.create(admin, "mina", "Mina").person().id();
        assertThatThrownBy(() -> accounts.create(mina, "x", "X")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.setRoles(mina, mina, COURSE, Set.of(Role.INSTRUCTOR)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> roster.check(mina, COURSE, "username,name\n"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> enrolments.members(mina, COURSE, Role.STUDENT))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoIsShutOutCanNotSignIn() {
        var mina = accounts.create(admin, "mina", "Mina").person().id();
        accounts.setActive(admin, mina, false);
        assertThat(signIn.loadUserByUsername("mina").isEnabled()).isFalse();
        assertThatThrownBy(() -> accounts.setActive(admin, admin, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRosterIsTakenWholeOrNotAtAll() {
        var wrong = "\ufeffusername,name,role\nmina,김민아,\njun,박준,boss\nmina,Twice,student\n";
        assertThat(roster.apply(admin, COURSE, wrong))
                .extracting(Roster.Line::outcome)
                .containsExactly("created", "bad-role", "twice");
        assertThat(people.named("mina")).isEmpty();

        var right = "username,name,role\nmina,김민아,\ngil,Gil,grader\nAda,,instructor\n";
        assertThat(roster.check(admin, COURSE, right))
                .extracting(Roster.Line::outcome)
                .containsExactly("created", "created", "enrolled");
        assertThat(people.named("mina")).isEmpty();
        var done = roster.apply(admin, COURSE, right);
        assertThat(done.getFirst().oneTimePassword()).hasSize(12);
        assertThat(enrolments.roles(people.named("gil").orElseThrow().id(), COURSE))
                .containsExactly(Role.GRADER);
        assertThat(roster.apply(admin, COURSE, right))
                .extracting(Roster.Line::outcome)
                .containsOnly("unchanged");
    }

    @Test
    void aCodeLetsPeopleInUntilItIsRenewedOrTakenAway() {
        var mina = accounts.create(admin, "mina", "Mina").person().id();
        assertThat(codes.join(mina, "anything")).isEmpty();
        var first = codes.renew(admin, COURSE);
        assertThat(codes.join(mina, " " + first.toUpperCase(java.util.Locale.ROOT)))
                .contains(COURSE);
        assertThat(enrolments.roles(mina, COURSE)).containsExactly(Role.STUDENT);
        assertThat(codes.join(mina, first)).contains(COURSE);

        var second = codes.renew(admin, COURSE);
        var jun = accounts.create(admin, "jun", "Jun").person().id();
        assertThat(codes.join(jun, first)).isEmpty();
        codes.close(admin, COURSE);
        assertThat(codes.join(jun, second)).isEmpty();
        assertThat(enrolments.courses(jun)).isEmpty();
        assertThatThrownBy(() -> codes.renew(mina, COURSE)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> codes.code(mina, COURSE)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsNoRosterSaysSo() {
        assertThat(roster.check(admin, COURSE, "just text"))
                .extracting(Roster.Line::outcome)
                .containsExactly("not-csv");
        assertThat(roster.check(admin, COURSE, "username,name\n=cmd(),X\nfine,\n"))
                .extracting(Roster.Line::outcome)
                .containsExactly("bad-username", "no-name");
    }

    @Test
    void aRosterOfAnySpreadsheetIsTaken() {
        var semicolons = "Username;Name;Role;\r\nmina;\"Kim; Mina\";student;\r\n;;;\r\n\r\njun;Jun;;\r\n";
        assertThat(roster.apply(admin, COURSE, semicolons))
                .extracting(Roster.Line::number, Roster.Line::name, Roster.Line::outcome)
                .containsExactly(tuple(2, "Kim; Mina", "created"), tuple(5, "Jun", "created"));
        assertThat(roster.check(admin, COURSE, "username\tname\nsora\tSora, the third"))
                .extracting(Roster.Line::number, Roster.Line::name)
                .containsExactly(tuple(2, "Sora, the third"));
    }

    @Test
    void aLineIsNamedWhereItBeginsThoughACellHasMany() {
        var csv = "username,name\nmina,\"Kim\nMina\"\nno good,X\n";
        assertThat(roster.check(admin, COURSE, csv))
                .extracting(Roster.Line::number, Roster.Line::name, Roster.Line::outcome)
                .containsExactly(tuple(2, "Kim Mina", "created"), tuple(4, "", "bad-username"));
    }

    @Test
    void hostileRostersAreToldAndNothingIsTaken() {
        var hostile = "username,name\ngood,Good\nnul,a\u0000b\nturned,\u202eabc\nlong," + "x".repeat(201)
                + "\n<script>alert(1)</script>,X\nbroken,\"never ends\nmore,More\n";
        assertThat(roster.apply(admin, COURSE, hostile))
                .extracting(Roster.Line::number, Roster.Line::outcome)
                .containsExactly(
                        tuple(2, "created"),
                        tuple(3, "bad-name"),
                        tuple(4, "bad-name"),
                        tuple(5, "bad-name"),
                        tuple(6, "bad-username"),
                        tuple(7, "bad-quotes"));
        assertThat(people.named("good")).isEmpty();
        assertThat(roster.apply(admin, COURSE, "username,name\n" + "x".repeat(1_000_000)))
                .extracting(Roster.Line::outcome)
                .containsExactly("too-long");
        assertThat(roster.apply(admin, COURSE, "username,name\n" + "u,U\n".repeat(5_001)))
                .extracting(Roster.Line::number, Roster.Line::outcome)
                .containsExactly(tuple(5_002, "too-long"));
        assertThat(roster.apply(admin, COURSE, "username,name,name\nmina,Mina,Mina\n"))
                .extracting(Roster.Line::outcome)
                .containsExactly("not-csv");
    }
}
