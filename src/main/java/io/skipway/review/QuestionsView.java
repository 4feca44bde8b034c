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
import io.skipway.courseware.Question;
import io.skipway.grading.Counts;
import io.skipway.grading.Grading;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
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
                .forEach(edition -> add(
                        course(edition, gone(me, edition, courses, grading), grading.counts(me, edition.course()))));
    }

    private Section course(Edition edition, List<Question> gone, Map<String, Counts> counts) {
        var section = new Section(new H2(edition.title().in(language)));
        var essays = edition.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(Question.Essay.class::isInstance)
                .toList();
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

    /** What was asked and answered in editions before, and is no essay of the newest any more; as it was asked last. */
    private static List<Question> gone(UserId me, Edition newest, Courses courses, Grading grading) {
        return grading.asked(me, newest.course()).values().stream()
                .filter(ref -> newest.question(ref.question())
                        .filter(Question.Essay.class::isInstance)
                        .isEmpty())
                .map(courses::question)
                .toList();
    }

    private OrderedList list(Edition edition, List<Question> questions, Map<String, Counts> counts) {
        var list = new OrderedList();
        list.addClassName("lessons");
        questions.forEach(
                question -> list.add(question(edition, question, counts.getOrDefault(question.id(), Counts.NONE))));
        return list;
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
