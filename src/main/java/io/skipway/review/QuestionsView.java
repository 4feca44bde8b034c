package io.skipway.review;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.grading.Counts;
import io.skipway.grading.Grading;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** The essay questions of the courses that one grades, with how many essays wait. */
@Route("review")
@Menu(title = "review", order = 20)
@RolesAllowed("GRADER")
class QuestionsView extends Main implements HasDynamicTitle {
    private final Wording words = Wording.of(QuestionsView.class);
    private final Language language = Language.of(Wording.locale());

    QuestionsView(People people, Enrolments enrolments, Courses courses, Grading grading) {
        addClassName("page");
        add(new H1(words.get("menu.review")));
        var me = people.me().id();
        enrolments.courses(me).stream()
                .filter(course -> enrolments.has(me, course, Role.GRADER))
                .flatMap(course -> courses.newest(course).stream())
                .forEach(edition -> add(course(
                        edition,
                        Asked.gone(me, edition, courses, grading, language),
                        grading.counts(me, edition.course()))));
    }

    private Section course(Edition edition, List<Asked> gone, Map<String, Counts> counts) {
        var section = new Section(new H2(edition.title().in(language)));
        var essays = Asked.in(edition, language);
        if (essays.isEmpty()) {
            var none = new Paragraph(words.get("no-essays"));
            none.addClassName("empty");
            section.add(none);
        } else {
            section.add(list(edition, essays, counts));
        }
        if (!gone.isEmpty()) {
            section.add(new H3(words.get("gone")), list(edition, gone, counts));
        }
        return section;
    }

    private OrderedList list(Edition edition, List<Asked> questions, Map<String, Counts> counts) {
        var list = new OrderedList();
        list.addClassName("lessons");
        questions.forEach(
                asked -> list.add(question(edition, asked, counts.getOrDefault(asked.exercise(), Counts.NONE))));
        return list;
    }

    private ListItem question(Edition edition, Asked asked, Counts counts) {
        var link = new Anchor("review/" + edition.course() + "/" + asked.exercise(), asked.title());
        var stand = new Span(words.get("counts", counts.waiting(), counts.marked(), counts.released()));
        stand.addClassNames("quiet", "numbers");
        return new ListItem(link, stand);
    }

    @Override
    public String getPageTitle() {
        return words.get("menu.review") + " · Skipway";
    }
}
