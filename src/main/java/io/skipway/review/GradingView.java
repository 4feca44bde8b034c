package io.skipway.review;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.grading.Grading;
import io.skipway.grading.MarkDrafts;
import io.skipway.grading.QueueEntry;
import io.skipway.grading.Submission;
import io.skipway.grading.SubmissionId;
import io.skipway.grading.Writings;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final transient MarkDrafts drafts;
    private final transient Writings writings;
    private final QueueList queue = new QueueList(id -> open(id).focusTitle(), this::releaseAll);
    private final Div middle = new Div();
    private final Aside right = new Aside();
    private final transient Keys keys = new Keys(this, commands(), this::showKeys);
    private String title = "";
    private @Nullable UserId me;
    private @Nullable CourseId course;
    private String question = "";
    private @Nullable SubmissionId opened;
    private @Nullable RubricForm form;

    GradingView(
            People people,
            Enrolments enrolments,
            Courses courses,
            Grading grading,
            MarkDrafts drafts,
            Writings writings) {
        this.people = people;
        this.enrolments = enrolments;
        this.courses = courses;
        this.grading = grading;
        this.drafts = drafts;
        this.writings = writings;
        addClassName("grading");
        middle.addClassName("grading-essay");
        right.addClassName("grading-side");
        var help = new NativeButton(words.get("keys"), click -> showKeys());
        help.addClassNames("quiet-button", "keys-button");
        help.getElement().setAttribute("aria-keyshortcuts", "?");
        queue.add(help);
        add(queue, middle, right);
        keepWhatIsTypedWhenLeft();
        addDetachListener(left -> leave(null));
    }

    /** Takes the hand off the field, and sends an event, ahead of which the server is told what was typed a moment ago. */
    private void keepWhatIsTypedWhenLeft() {
        getElement().addEventListener("leaving", leaving -> {});
        getElement().executeJs("""
                const leave = () => {
                  if (this.isConnected) {
                    document.activeElement?.blur();
                    this.dispatchEvent(new CustomEvent('leaving'));
                  }
                };
                addEventListener('beforeunload', leave);
                addEventListener('popstate', leave, true);""");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var grader = people.me().id();
        var where = event.getRouteParameters()
                .get("course")
                .flatMap(CourseId::of)
                .filter(id -> enrolments.has(grader, id, Role.GRADER))
                .orElseThrow(NotFoundException::new);
        var essay = event.getRouteParameters()
                .get("question")
                .flatMap(id -> question(grader, where, id))
                .orElseThrow(NotFoundException::new);
        me = grader;
        course = where;
        question = essay.exercise();
        title = essay.title();
        showQueue();
        grading.next(grader, where, question, Optional.empty()).ifPresentOrElse(this::open, this::nothingWaits);
    }

    /** From the newest edition, or if it is no essay there any more, from the one that was answered last. */
    private Optional<Asked> question(UserId grader, CourseId where, String exercise) {
        return courses.newest(where)
                .flatMap(edition -> of(exercise, Asked.in(edition, language))
                        .or(() -> of(exercise, Asked.gone(grader, edition, courses, grading, language))));
    }

    private static Optional<Asked> of(String exercise, List<Asked> all) {
        return all.stream().filter(asked -> asked.exercise().equals(exercise)).findFirst();
    }

    private void showQueue() {
        queue.show(grading.queue(grader(), where(), question), opened);
    }

    private EssayText open(SubmissionId id) {
        leave(id);
        var mine = grading.claim(grader(), id);
        opened = id;
        var submission = grading.submission(grader(), id);
        var essay = essay(submission);
        var text = new EssayText(submission, essay, language);
        middle.removeAll();
        middle.add(text, new EssayHistory(writings.of(grader(), id), language));
        right.removeAll();
        if (!mine) {
            right.add(new Paragraph(words.get("claimed")));
        }
        var marking = new Marking(grading, drafts, grader(), submission, essay);
        form = new RubricForm(marking, question.contains("."), language, this::showQueue, this::next, () -> open(id));
        right.add(
                new Evidence(
                        submission,
                        essay,
                        courses.edition(where(), submission.question().edition()),
                        language),
                form);
        showQueue();
        return text;
    }

    private Map<String, Command> commands() {
        var commands = new HashMap<String, Command>();
        for (var digit = 1; digit <= 9; digit++) {
            var level = digit;
            commands.put(
                    String.valueOf(digit),
                    () -> inForm(rubric -> rubric.levels().digit(level)));
        }
        commands.put("j", () -> inForm(rubric -> rubric.levels().move(1)));
        commands.put("k", () -> inForm(rubric -> rubric.levels().move(-1)));
        commands.put("c", () -> inForm(RubricForm::focusComment));
        commands.put("R", () -> inForm(RubricForm::release));
        commands.put("n", this::next);
        commands.put("p", this::previous);
        return commands;
    }

    private void inForm(Consumer<RubricForm> command) {
        Optional.ofNullable(form).ifPresent(command);
    }

    private void showKeys() {
        new KeysDialog(keys).open();
    }

    /** The next essay that waits for a mark and that nobody else is at. */
    private void next() {
        grading.next(grader(), where(), question, Optional.ofNullable(opened))
                .ifPresentOrElse(id -> open(id).focusTitle(), this::nothingWaits);
    }

    /** The essay above in the queue, marked or not; the last one where none is open. */
    private void previous() {
        var ids = grading.queue(grader(), where(), question).stream()
                .map(QueueEntry::id)
                .toList();
        var above = (opened == null ? ids.size() : ids.indexOf(opened)) - 1;
        if (above >= 0) {
            open(ids.get(above)).focusTitle();
        }
    }

    /** Gives the essay that was open back to the other graders, unless it is opened again. */
    private void leave(@Nullable SubmissionId next) {
        var before = opened;
        if (before != null && !before.equals(next)) {
            grading.leave(grader(), before);
        }
        opened = null;
        form = null;
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

    private String releaseAll() {
        var released = grading.releaseAll(grader(), where(), question);
        var left = grading.queue(grader(), where(), question).stream()
                .filter(entry -> entry.mark().isEmpty())
                .count();
        Optional.ofNullable(opened).ifPresentOrElse(this::open, this::showQueue);
        return words.get("released-count", released, left);
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
        return title + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(words.get("menu.review"), "review"), new Crumb(title, ""));
    }
}
