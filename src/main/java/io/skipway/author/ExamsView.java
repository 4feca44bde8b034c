package io.skipway.author;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.attempts.Invigilation;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The exams of a course, each with how many sit it now. */
@Route("author/:course/exams")
@RolesAllowed("INSTRUCTOR")
class ExamsView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(ExamsView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient InstructedCourse courses;
    private final transient Invigilation invigilation;
    private List<Crumb> crumbs = List.of();

    ExamsView(InstructedCourse courses, Invigilation invigilation) {
        this.courses = courses;
        this.invigilation = invigilation;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        crumbs = List.of(
                new Crumb(words.get("menu.author"), "author"),
                new Crumb(edition.title().in(language), ""),
                new Crumb(words.get("exams"), ""));
        removeAll();
        add(new H1(words.get("exams")));
        var exams = invigilation.exams(courses.me(), edition.course());
        if (exams.isEmpty()) {
            var none = new Paragraph(words.get("exam.none"));
            none.addClassName("empty");
            add(none);
            return;
        }
        var list = new OrderedList();
        list.addClassName("lessons");
        exams.forEach(exam -> list.add(exam(edition, exam)));
        add(list);
    }

    private ListItem exam(Edition edition, Quiz exam) {
        var link = new Anchor(
                ExamView.address(edition.course(), exam.id()), exam.title().in(language));
        var seats = invigilation.seats(courses.me(), edition.course(), exam.id());
        var going = seats.stream()
                .filter(seat -> seat.sitting().submittedAt().isEmpty())
                .count();
        var stand = new Span(words.get("exam.stand", going, seats.size() - going));
        stand.addClassNames("quiet", "numbers");
        return new ListItem(link, stand);
    }

    @Override
    public String getPageTitle() {
        return words.get("exams") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
