package io.skipway.author;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Problem;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The courses that one teaches: the ways to their students, preview and editing, and what is wrong in their files. */
@Route("author")
@Menu(title = "author", order = 30)
@RolesAllowed("INSTRUCTOR")
class CoursesView extends Main implements HasDynamicTitle {
    private final Wording words = Wording.of(CoursesView.class);
    private final Language language = Language.of(Wording.locale());

    CoursesView(People people, Enrolments enrolments, Courses courses) {
        addClassName("page");
        add(new H1(words.get("menu.author")));
        var me = people.me().id();
        var mine = enrolments.courses(me).stream()
                .filter(course -> enrolments.has(me, course, Role.INSTRUCTOR))
                .toList();
        if (mine.isEmpty()) {
            var none = new Paragraph(words.get("no-courses"));
            none.addClassName("empty");
            add(none);
        }
        mine.forEach(course -> add(course(course, courses.newest(course).orElse(null), courses.problems(me, course))));
    }

    private Section course(CourseId id, @org.jspecify.annotations.Nullable Edition edition, List<Problem> problems) {
        var section = new Section(
                new H2(edition == null ? id.value() : edition.title().in(language)));
        section.addClassName("course");
        if (edition != null) {
            var ways = new Div(
                    way(id, "students", "students"),
                    way(id, "exams", "exams"),
                    way(id, "preview", "preview"),
                    way(id, "edit", "edit"));
            ways.addClassName("ways");
            section.add(ways);
        }
        if (!problems.isEmpty()) {
            var list = new UnorderedList();
            problems.forEach(problem -> list.add(new ListItem(new Span(problem.toString()))));
            list.addClassName("problems");
            section.add(new Paragraph(words.get("problems", problems.size())), list);
        }
        return section;
    }

    private Anchor way(CourseId course, String path, String key) {
        var link = new Anchor("author/" + course + "/" + path, words.get(key));
        link.addClassName("button");
        return link;
    }

    @Override
    public String getPageTitle() {
        return words.get("menu.author") + " · Skipway";
    }
}
