package io.skipway.review;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.grading.Grading;
import io.skipway.grading.Submission;
import io.skipway.grading.SubmissionId;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Essays of one question without names: the queue at the left, the essay in the middle, evidence and rubric at the right. */
@Route("review/:course/:question")
@RolesAllowed("GRADER")
class GradingView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(GradingView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient People people;
    private final transient Enrolments enrolments;
    private final transient Courses courses;
    private final transient Grading grading;
    private final QueueList queue = new QueueList(this::open, this::releaseAll);
    private final Div middle = new Div();
    private final Aside right = new Aside();
    private String title = "";
    private @Nullable UserId me;
    private @Nullable CourseId course;
    private String question = "";
    private @Nullable SubmissionId opened;

    GradingView(People people, Enrolments enrolments, Courses courses, Grading grading) {
        this.people = people;
        this.enrolments = enrolments;
        this.courses = courses;
        this.grading = grading;
        addClassName("grading");
        middle.addClassName("grading-essay");
        right.addClassName("grading-side");
        add(queue, middle, right);
        addDetachListener(left -> leave(null));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var grader = people.me().id();
        var where = event.getRouteParameters()
                .get("course")
                .flatMap(CourseId::of)
                .filter(id -> enrolments.has(grader, id, Role.GRADER))
                .orElseThrow(NotFoundException::new);
        var essay = courses.newest(where)
                .flatMap(edition -> event.getRouteParameters().get("question").flatMap(edition::question))
                .filter(Question.Essay.class::isInstance)
                .orElseThrow(NotFoundException::new);
        me = grader;
        course = where;
        question = essay.id();
        title = QuestionsView.title(essay, language);
        showQueue();
        grading.next(grader, where, question, Optional.empty()).ifPresentOrElse(this::open, this::nothingWaits);
    }

    private void showQueue() {
        queue.show(grading.queue(grader(), where(), question), opened);
    }

    private void open(SubmissionId id) {
        leave(id);
        var mine = grading.claim(grader(), id);
        opened = id;
        var submission = grading.submission(grader(), id);
        var essay = essay(submission);
        middle.removeAll();
        middle.add(new EssayText(submission, essay, language));
        right.removeAll();
        if (!mine) {
            right.add(new Paragraph(words.get("claimed")));
        }
        right.add(new Evidence(
                submission,
                essay,
                courses.edition(where(), submission.question().edition()),
                language));
        right.add(new RubricForm(submission, essay, language, new RubricForm.Actions() {
            @Override
            public io.skipway.grading.Mark mark(
                    java.util.Map<String, Integer> levels, Optional<java.math.BigDecimal> points, String comment) {
                var mark = grading.mark(grader(), id, levels, points, comment);
                showQueue();
                return mark;
            }

            @Override
            public void next() {
                grading.next(grader(), where(), question, Optional.of(id))
                        .ifPresentOrElse(GradingView.this::open, GradingView.this::nothingWaits);
            }

            @Override
            public void release() {
                grading.release(grader(), id);
                open(id);
            }
        }));
        showQueue();
    }

    /** Gives the essay that was open back to the other graders, unless it is opened again. */
    private void leave(@Nullable SubmissionId next) {
        var before = opened;
        if (before != null && !before.equals(next)) {
            grading.leave(grader(), before);
        }
        opened = null;
    }

    private void nothingWaits() {
        leave(null);
        middle.removeAll();
        right.removeAll();
        var empty = new Paragraph(words.get("nothing-waits"));
        empty.addClassName("empty");
        middle.add(new H1(title), empty);
        showQueue();
    }

    private int releaseAll() {
        var count = grading.releaseAll(grader(), where(), question);
        showQueue();
        return count;
    }

    /** As the edition has it in which it was answered; what waits for a grader was an essay there. */
    private Question.Essay essay(Submission submission) {
        return (Question.Essay) courses.question(submission.question());
    }

    private UserId grader() {
        return java.util.Objects.requireNonNull(me);
    }

    private CourseId where() {
        return java.util.Objects.requireNonNull(course);
    }

    @Override
    public String getPageTitle() {
        return words.get("menu.review") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(words.get("menu.review"), "review"), new Crumb(question.isEmpty() ? title : question, ""));
    }
}
