package io.skipway.learn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Sitting;
import io.skipway.attempts.SittingId;
import io.skipway.attempts.Sittings;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import io.skipway.grading.QuizResults;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.lab.Lab;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A sitting of a quiz while it goes on, and the same to be read once it is ended and marked. The page is built anew when
 * the bar beside it says that the sitting has turned: to its next section, to its end, or back by a reopening.
 */
@Route("sitting/:token")
@PermitAll
class SittingView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private static final Set<NavigationTrigger> STAYS =
            EnumSet.of(NavigationTrigger.PAGE_LOAD, NavigationTrigger.HISTORY, NavigationTrigger.REFRESH);

    private final Wording words = Wording.of(SittingView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient People people;
    private final transient Enrolments enrolments;
    private final transient Sittings sittings;
    private final transient Courses courses;
    private final transient Attempts attempts;
    private final transient QuizResults results;
    private final transient Lab lab;
    private List<Crumb> crumbs = List.of();
    private String shown = "";

    SittingView(
            People people,
            Enrolments enrolments,
            Sittings sittings,
            Courses courses,
            Attempts attempts,
            QuizResults results,
            Lab lab) {
        this.people = people;
        this.enrolments = enrolments;
        this.sittings = sittings;
        this.courses = courses;
        this.attempts = attempts;
        this.results = results;
        this.lab = lab;
        addClassName("sitting-view");
    }

    static String address(SittingId id) {
        return "sitting/" + id.token();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var sitting = find(event);
        // Who comes from the start's button, far down on a phone, begins at the top; who reloads stays where they were.
        if (STAYS.contains(event.getTrigger())) {
            show(sitting);
        } else {
            turned(sitting);
        }
    }

    /** One's own only, as a student: a token leaves the person out. */
    private Sitting find(BeforeEnterEvent event) {
        var token = event.getRouteParameters().get("token").orElse("");
        try {
            var me = people.me().id();
            return sittings.find(me, SittingId.of(me, token))
                    .filter(sitting -> enrolments.has(me, sitting.id().course(), Role.STUDENT))
                    .orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void show(Sitting sitting) {
        var quiz = sittings.quiz(sitting);
        var edition = courses.edition(sitting.id().course(), sitting.edition());
        crumbs = List.of(
                new Crumb(edition.title().in(language), "."),
                new Crumb(
                        quiz.title().in(language), QuizView.address(sitting.id().course(), quiz)),
                new Crumb(words.get("sitting", sitting.id().number()), ""));
        // What is open already must not be taken away from under the hand.
        if (!SittingBar.stand(sitting).equals(shown)) {
            shown = SittingBar.stand(sitting);
            removeAll();
            build(sitting, quiz, edition);
        }
    }

    private void build(Sitting sitting, Quiz quiz, Edition edition) {
        var page = new Div(new H1(quiz.title().in(language)));
        page.addClassName("sitting");
        var exercises = new SittingExercises(
                sitting,
                quiz,
                edition,
                language,
                courses,
                attempts,
                experiment -> lab.closed(sitting.id().person(), experiment));
        if (sitting.submittedAt().isEmpty() || sitting.settled()) {
            if (sitting.settled()) {
                page.add(result(sitting, quiz));
            }
            page.add(new SittingQuestions(sitting, quiz, edition, language, exercises));
        }
        var bar = new SittingBar(sitting, quiz, language, exercises);
        bar.onTurned(() -> sittings.find(people.me().id(), sitting.id()).ifPresent(this::turned));
        add(page, bar);
    }

    private SittingResult result(Sitting sitting, Quiz quiz) {
        var me = people.me().id();
        // What is told of one answer is told of all of them now.
        var told = sittings.told(
                        me, sitting.id().attempt(sitting.items().getFirst().question()))
                .orElseThrow();
        return new SittingResult(words, sitting, quiz, results.of(me, sitting.id()), told);
    }

    private void turned(Sitting sitting) {
        show(sitting);
        // Who reads by ear begins at the top too.
        getElement().executeJs("""
                scrollTo(0, 0);
                const title = this.querySelector('h1');
                title.tabIndex = -1;
                title.focus({ preventScroll: true });""");
    }

    @Override
    public String getPageTitle() {
        return crumbs.get(1).title() + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
