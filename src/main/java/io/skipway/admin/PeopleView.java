package io.skipway.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.identity.Accounts;
import io.skipway.identity.JoinCodes;
import io.skipway.identity.People;
import io.skipway.identity.Person;
import io.skipway.identity.Role;
import io.skipway.identity.Roster;
import io.skipway.identity.UserId;
import io.skipway.ui.SureButton;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everyone on this server: their roles in a course, one-time passwords, who is shut out, and new people from a roster. */
@Route("people")
@Menu(title = "people", order = 40)
@RolesAllowed("ADMIN")
class PeopleView extends Main implements HasDynamicTitle {
    private static final int SHOWN = 200;

    private final Wording words = Wording.of(PeopleView.class);
    private final transient Accounts accounts;
    private final UserId me;
    private final Select<Edition> course = new Select<>();
    private final TextField search = new TextField();
    private final Div list = new Div();
    private final Paragraph told = new Paragraph();

    PeopleView(People people, Accounts accounts, Roster roster, JoinCodes codes, Courses courses) {
        this.accounts = accounts;
        this.me = people.me().id();
        addClassName("page");
        var language = Language.of(Wording.locale());
        course.setLabel(words.get("course"));
        course.setItems(courses.all());
        course.setItemLabelGenerator(edition -> edition.title().in(language));
        courses.all().stream().findFirst().ifPresent(course::setValue);
        var joining = new JoinCodeForm(codes, me, course::getValue);
        course.addValueChangeListener(change -> {
            show();
            joining.show();
        });
        search.setLabel(words.get("search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        told.getElement().setAttribute("role", "status");
        told.addClassName("told");
        var tools = new Div(course, search);
        tools.addClassName("ways");
        add(
                new H1(words.get("menu.people")),
                tools,
                told,
                list,
                joining,
                new RosterForm(roster, me, course::getValue, this::show));
        show();
    }

    private void show() {
        list.removeAll();
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = accounts.all(me).stream()
                .filter(person -> (person.username() + " " + person.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        list.add(new H2(words.get("people-count", found.size())));
        found.stream().limit(SHOWN).forEach(person -> list.add(row(person)));
    }

    private Section row(Person person) {
        var name = new Span(person.name());
        name.addClassName("who");
        var about = new Span(person.username()
                + (person.administrator() ? " · " + words.get("administrator") : "")
                + (person.active() ? "" : " · " + words.get("inactive")));
        about.addClassName("quiet");
        var row = new Section(name, about, roles(person, course.getValue()), actions(person));
        row.getElement().setAttribute("aria-label", person.name());
        row.addClassName("person");
        return row;
    }

    private Component roles(Person person, @Nullable Edition edition) {
        var group = new Div();
        group.addClassName("roles");
        if (edition == null) {
            return group;
        }
        var now = accounts.roles(me, person.id(), edition.course());
        for (var role : Role.values()) {
            var button = new NativeButton(words.get("role." + role), click -> {
                var roles = EnumSet.noneOf(Role.class);
                roles.addAll(now);
                if (!roles.remove(role)) {
                    roles.add(role);
                }
                accounts.setRoles(me, person.id(), edition.course(), roles);
                show();
            });
            button.addClassName("quiet-button");
            button.getElement().setAttribute("aria-pressed", String.valueOf(now.contains(role)));
            group.add(button);
        }
        return group;
    }

    private Div actions(Person person) {
        var reset = new SureButton(
                words,
                "reset",
                person.name(),
                () -> told.setText(
                        words.get("reset-done", person.username(), accounts.resetPassword(me, person.id()))));
        reset.addClassName("quiet-button");
        var actions = new Div(reset);
        if (!person.id().equals(me)) {
            Runnable turn = () -> {
                accounts.setActive(me, person.id(), !person.active());
                show();
            };
            var active = person.active()
                    ? new SureButton(words, "deactivate", person.name(), turn)
                    : new NativeButton(words.get("activate"), click -> turn.run());
            active.addClassName("quiet-button");
            actions.add(active);
        }
        return actions;
    }

    @Override
    public String getPageTitle() {
        return words.get("menu.people") + " · Skipway";
    }
}
