package io.skipway.review;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import io.skipway.courseware.Question;
import io.skipway.grading.Counts;
import io.skipway.grading.Grading;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.jsoup.Jsoup;

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
                .forEach(edition -> add(course(edition, grading.counts(me, edition.course()))));
    }

    private Section course(Edition edition, Map<String, Counts> counts) {
        var list = new OrderedList();
        list.addClassName("lessons");
        edition.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(Question.Essay.class::isInstance)
                .forEach(question ->
                        list.add(question(edition, question, counts.getOrDefault(question.id(), Counts.NONE))));
        if (list.getComponentCount() == 0) {
            var none = new Paragraph(words.get("no-essays"));
            none.addClassName("empty");
            return new Section(new H2(edition.title().in(language)), none);
        }
        return new Section(new H2(edition.title().in(language)), list);
    }

    private ListItem question(Edition edition, Question question, Counts counts) {
        var link = new Anchor("review/" + edition.course() + "/" + question.id(), title(question, language));
        var stand = new Span(words.get("counts", counts.waiting(), counts.marked(), counts.released()));
        stand.addClassNames("quiet", "numbers");
        return new ListItem(link, stand);
    }

    /** The first paragraph of a prompt as plain text, its formulas as they are written. */
    static String title(Question question, Language language) {
        var prompt = Jsoup.parseBodyFragment(question.prompt().in(language)).body();
        var first = prompt.selectFirst("p");
        return (first == null ? prompt : first).text();
    }

    @Override
    public String getPageTitle() {
        return words.get("menu.review") + " · Skipway";
    }
}
