package io.skipway.learn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.skipway.attempts.Attempt;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Practice;
import io.skipway.attempts.SittingId;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.Lab;
import io.skipway.player.ExerciseRow;
import io.skipway.player.ProseBlock;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/**
 * One question after another, as they are due. The address names the answer that is shown, so a reload shows it again, and
 * without one leads to what is asked now; {@code ?more} asks for new ones without end.
 */
@Route("practice/:course/:quiz/:question?/:number?([1-9][0-9]{0,5})")
@PermitAll
class PracticeView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    static final String MORE = "more";

    private final Wording words = Wording.of(PracticeView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient JoinedCourse joined;
    private final transient People people;
    private final transient Enrolments enrolments;
    private final transient Courses courses;
    private final transient Attempts attempts;
    private final transient Practice practice;
    private final transient Lab lab;
    private List<Crumb> crumbs = List.of();
    private String shown = "";

    PracticeView(
            JoinedCourse joined,
            People people,
            Enrolments enrolments,
            Courses courses,
            Attempts attempts,
            Practice practice,
            Lab lab) {
        this.joined = joined;
        this.people = people;
        this.enrolments = enrolments;
        this.courses = courses;
        this.attempts = attempts;
        this.practice = practice;
        this.lab = lab;
        addClassName("practice");
    }

    static String address(CourseId course, String quiz) {
        return "practice/" + course + "/" + quiz;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var me = people.me().id();
        var edition = joined.of(event);
        var quiz = event.getRouteParameters()
                .get("quiz")
                .flatMap(edition::quiz)
                .filter(found ->
                        found.mode() == Quiz.Mode.PRACTICE && enrolments.has(me, edition.course(), Role.STUDENT))
                .orElseThrow(NotFoundException::new);
        crumbs = List.of(
                new Crumb(edition.title().in(language), "."),
                new Crumb(quiz.title().in(language), ""));
        var query = event.getLocation().getQueryParameters();
        var more = query.getParameters().containsKey(MORE);
        var at = named(event, me, edition, quiz);
        if (at.isPresent()) {
            // A navigation to the page that is open already must not take an answer away from under the hand.
            if (!at.get().token().equals(shown)) {
                show(at.get(), edition, quiz, more);
            }
            return;
        }
        var next = practice.next(me, edition.course(), quiz.id(), more);
        if (next.isPresent()) {
            var id = next.get();
            event.forwardTo(
                    address(edition.course(), quiz.id()) + "/" + id.question() + "/" + id.number(),
                    more ? QueryParameters.of(MORE, "") : QueryParameters.empty());
        } else {
            rest(me, edition, quiz);
        }
    }

    /** The answer of the address, if it was begun or may be begun. */
    private Optional<AttemptId> named(BeforeEnterEvent event, UserId me, Edition edition, Quiz quiz) {
        var parameters = event.getRouteParameters();
        return parameters
                .get("question")
                .flatMap(question -> parameters
                        .getInteger("number")
                        .map(number -> new SittingId(me, edition.course(), quiz.id(), number).attempt(question)))
                .filter(id -> attempts.find(me, id).isPresent() || practice.asks(me, id));
    }

    private void show(AttemptId id, Edition edition, Quiz quiz, boolean more) {
        var me = id.person();
        var round = new Div();
        round.addClassName("round");
        var after = new Div();
        after.addClassName("after");
        Runnable submitted = () -> {
            stand(round, practice.forecast(me, edition.course(), quiz.id()), more);
            after(after, id, edition, quiz, more);
        };
        var exercises = new PracticeExercises(
                id, edition, language, courses, attempts, experiment -> lab.closed(me, experiment), submitted);
        var question = exercises.question(id.question());
        var forecast = practice.forecast(me, edition.course(), quiz.id());
        var done = exercises.begun(id.question()).flatMap(Attempt::submittedAt).isPresent();
        var row = new ExerciseRow(
                forecast.answered() + (done ? 0 : 1),
                question,
                language,
                exercises,
                question.lab().flatMap(edition::lab));
        row.card().add(after);
        // The card's title is one below this.
        var part = new H2(section(quiz, id.question()));
        part.addClassName("part");
        change(id.token(), row.card(), quiz, forecast.answered() == 0, round, part, row);
        stand(round, forecast, more);
        after(after, id, edition, quiz, more);
    }

    private String section(Quiz quiz, String question) {
        return quiz.sections().stream()
                .filter(part ->
                        part.items().stream().anyMatch(item -> item.among().contains(question)))
                .findFirst()
                .map(Quiz.Section::title)
                .orElse(quiz.title())
                .in(language);
    }

    /** Puts other content in place; who pressed for it finds the focus there. */
    private void change(String what, Component focus, Quiz quiz, boolean about, Component... content) {
        var first = shown.isEmpty();
        shown = what;
        removeAll();
        add(new H1(quiz.title().in(language)));
        if (about) {
            var prose = new ProseBlock(quiz.about().in(language));
            prose.addClassName("prose");
            add(prose);
        }
        add(content);
        focus.getElement().setAttribute("tabindex", "-1");
        if (!first) {
            focus.getElement().callJsFunction("focus");
        }
    }

    private void stand(Div round, Practice.Forecast forecast, boolean more) {
        var left = more ? forecast.due() + forecast.fresh() : forecast.left();
        round.removeAll();
        round.add(
                HomeView.progressLine(forecast.answered(), forecast.answered() + left),
                new Paragraph(words.get("practice-round", forecast.answered(), left)));
    }

    /** When it comes again, and the way on. */
    private void after(Div after, AttemptId id, Edition edition, Quiz quiz, boolean more) {
        after.removeAll();
        var submitted =
                attempts.find(id.person(), id).flatMap(Attempt::submittedAt).isPresent();
        var removed = !quiz.questions().contains(id.question());
        if (!submitted && !removed) {
            return;
        }
        if (removed) {
            after.add(new Paragraph(words.get("practice-removed")));
        } else {
            practice.dueAt(id.person(), id)
                    .ifPresent(at ->
                            after.add(new Paragraph(words.get("practice-again", Due.in(words, practice.now(), at)))));
        }
        var next = new NativeButton(
                words.get("practice-go-on"),
                click -> UI.getCurrent()
                        .navigate(
                                address(edition.course(), quiz.id()),
                                more ? QueryParameters.of(MORE, "") : QueryParameters.empty()));
        next.addClassNames("button", "primary");
        next.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        next.getElement().setAttribute("aria-keyshortcuts", "Control+Enter");
        var keys = new Span(words.get("practice-keys"));
        keys.addClassNames("quiet", "keys");
        after.add(new Div(next, keys));
    }

    private void rest(UserId me, Edition edition, Quiz quiz) {
        var rest = new PracticeRest(
                practice.forecast(me, edition.course(), quiz.id()),
                practice.now(),
                address(edition.course(), quiz.id()) + "?" + MORE);
        change("rest", rest, quiz, true, rest);
    }

    @Override
    public String getPageTitle() {
        return crumbs.getLast().title() + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
