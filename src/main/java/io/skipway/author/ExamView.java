package io.skipway.author;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.skipway.attempts.Invigilation;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import io.skipway.grading.QuizResults;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sits an exam and how far they are, as it is now, and what may be done for one or for all. */
@Route("author/:course/exams/:quiz")
@RolesAllowed("INSTRUCTOR")
class ExamView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private static final int EVERY_MILLIS = 5000;

    private final Wording words = Wording.of(ExamView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient InstructedCourse courses;
    private final transient Invigilation invigilation;
    private final transient QuizResults results;
    private final transient Enrolments enrolments;
    /** Said only when it is another sentence: counts, not seconds. */
    private final Paragraph summary = new Paragraph();

    /** At the lower edge of the window, wherever on the page something was done. */
    private final Paragraph told = new Paragraph();

    private List<Crumb> crumbs = List.of();
    private String title = "";
    private transient @Nullable ExamRoom room;
    private @Nullable SeatTable table;
    private @Nullable Registration polls;

    ExamView(InstructedCourse courses, Invigilation invigilation, QuizResults results, Enrolments enrolments) {
        this.courses = courses;
        this.invigilation = invigilation;
        this.results = results;
        this.enrolments = enrolments;
        addClassNames("page", "wide");
        summary.getElement().setAttribute("role", "status");
        summary.addClassNames("exam-summary", "numbers");
        told.getElement().setAttribute("role", "status");
        told.addClassName("exam-told");
    }

    static String address(CourseId course, String quiz) {
        return "author/" + course + "/exams/" + quiz;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        var exam = event.getRouteParameters()
                .get("quiz")
                .flatMap(edition::quiz)
                .filter(quiz -> quiz.mode() == Quiz.Mode.EXAM)
                .orElseThrow(NotFoundException::new);
        title = exam.title().in(language);
        crumbs = List.of(
                new Crumb(words.get("menu.author"), "author"),
                new Crumb(edition.title().in(language), ""),
                new Crumb(words.get("exams"), "author/" + edition.course() + "/exams"),
                new Crumb(title, ""));
        var here = new ExamRoom(invigilation, results, enrolments, courses.me(), edition.course(), exam);
        var seats = new SeatTable((seat, name) -> new SeatPanel(here, seat, name, this::did));
        var glance = here.glance();
        room = here;
        table = seats;
        removeAll();
        var rules = new Paragraph(ExamRules.of(exam, words));
        rules.addClassName("quiet");
        add(
                new H1(title),
                rules,
                summary,
                seats,
                new H2(words.get("exam.for-all")),
                new ForAll(here, this::did),
                new H2(words.get("exam.accommodations")),
                new Accommodating(here, glance.students(), this::did),
                told);
        show(glance);
    }

    /** Says what was done, and shows how it is now. */
    private void did(String what) {
        told.setText(what);
        refresh();
    }

    private void refresh() {
        if (room != null) {
            show(room.glance());
        }
    }

    private void show(ExamRoom.Glance glance) {
        var lost = glance.seats().stream()
                .filter(seat -> SeatRow.lost(seat.sitting(), glance.at()))
                .count();
        var now = words.get(
                "exam.summary", glance.going(), lost, glance.seats().size() - glance.going(), glance.notBegun());
        if (!now.equals(summary.getText())) {
            summary.setText(now);
        }
        if (table != null) {
            table.show(glance);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(EVERY_MILLIS);
        polls = attached.getUI().addPollListener(poll -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        if (polls != null) {
            polls.remove();
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
