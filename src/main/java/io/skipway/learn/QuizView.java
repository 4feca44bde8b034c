package io.skipway.learn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.skipway.attempts.Accommodation;
import io.skipway.attempts.Sittings;
import io.skipway.attempts.Standing;
import io.skipway.attempts.Unanswerable;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Quiz;
import io.skipway.grading.QuizResults;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.player.ProseBlock;
import io.skipway.ui.Crumb;
import io.skipway.ui.TimeText;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** An exam before it is begun: what it is about, its rules, the start, and what was sat of it already. */
@Route("quiz/:course/:quiz")
@PermitAll
class QuizView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(QuizView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient JoinedCourse joined;
    private final transient People people;
    private final transient Enrolments enrolments;
    private final transient Sittings sittings;
    private final transient QuizResults results;
    private List<Crumb> crumbs = List.of();

    QuizView(JoinedCourse joined, People people, Enrolments enrolments, Sittings sittings, QuizResults results) {
        this.joined = joined;
        this.people = people;
        this.enrolments = enrolments;
        this.sittings = sittings;
        this.results = results;
        addClassNames("page", "quiz-view");
    }

    static String address(CourseId course, Quiz quiz) {
        return "quiz/" + course + "/" + quiz.id();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = joined.of(event);
        var quiz = event.getRouteParameters()
                .get("quiz")
                .flatMap(edition::quiz)
                .filter(found -> found.mode() == Quiz.Mode.EXAM)
                .orElseThrow(NotFoundException::new);
        crumbs = List.of(
                new Crumb(edition.title().in(language), "."),
                new Crumb(quiz.title().in(language), ""));
        show(edition, quiz);
    }

    private void show(Edition edition, Quiz quiz) {
        removeAll();
        var about = new ProseBlock(quiz.about().in(language));
        about.addClassName("prose");
        add(new H1(quiz.title().in(language)), about);
        var me = people.me().id();
        if (!enrolments.has(me, edition.course(), Role.STUDENT)) {
            add(quiet("not-a-student"), new QuizRules(words, quiz, Accommodation.NONE, OptionalInt.empty()));
            return;
        }
        var standing = sittings.standing(me, edition.course(), quiz.id());
        add(
                new QuizRules(words, quiz, standing.accommodation(), standing.left()),
                start(me, edition, quiz, standing),
                new EarlierSittings(words, me, quiz, standing, results));
    }

    private Component start(UserId me, Edition edition, Quiz quiz, Standing standing) {
        var start = new Div();
        start.addClassName("quiz-start");
        if (standing.open().isPresent()) {
            var go = new Anchor(SittingView.address(standing.open().get().id()), words.get("continue"));
            go.addClassNames("button", "primary");
            standing.open().get().endsAt().ifPresent(end -> start.add(new TimeText(words.get("going-until"), end)));
            start.addComponentAsFirst(go);
        } else if (standing.obstacle().isPresent()) {
            start.add(obstacle(standing));
        } else {
            begin(start, me, edition, quiz);
        }
        return start;
    }

    private Component obstacle(Standing standing) {
        var key = "obstacle-"
                + standing.obstacle()
                        .orElseThrow()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
        var why = standing.at()
                .<Component>map(at -> new TimeText(words.get(key), at))
                .orElseGet(() -> new Span(words.get(key)));
        var told = new Paragraph(why);
        told.addClassName("empty");
        return told;
    }

    private void begin(Div start, UserId me, Edition edition, Quiz quiz) {
        var password = new TextField(words.get("password"));
        password.getElement().setAttribute("autocomplete", "off");
        if (quiz.password().isPresent()) {
            password.setHelperText(words.get("password-help"));
            start.add(password);
        }
        var button = new NativeButton(words.get("start"), click -> {
            try {
                var sitting = sittings.begin(me, edition.course(), quiz.id(), password.getValue());
                UI.getCurrent().navigate(SittingView.address(sitting.id()));
            } catch (Unanswerable e) {
                if (e.code().equals("wrong-password")) {
                    password.setErrorMessage(words.get("password-wrong"));
                    password.setInvalid(true);
                    password.focus();
                } else {
                    // It has closed, or was begun elsewhere, since this page was opened.
                    show(edition, quiz);
                }
            }
        });
        button.addClassNames("button", "primary");
        start.add(button);
        if (quiz.limit().isPresent()) {
            start.add(quiet("start-runs"));
        }
    }

    private Paragraph quiet(String key) {
        var told = new Paragraph(words.get(key));
        told.addClassName("quiet");
        return told;
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
