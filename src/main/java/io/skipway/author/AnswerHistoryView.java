package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.skipway.attempts.Attempt;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Histories;
import io.skipway.attempts.History;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.courseware.Variants;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Person;
import io.skipway.identity.Role;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a student ever answered to one question. Essays are left to the graders, who read them without the name. */
@Route("author/:course/students/:student/:exercise")
@RolesAllowed("INSTRUCTOR")
class AnswerHistoryView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(AnswerHistoryView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient InstructedCourse instructed;
    private final transient Enrolments enrolments;
    private final transient Courses courses;
    private final transient Attempts attempts;
    private final transient Histories histories;
    private List<Crumb> crumbs = List.of();

    AnswerHistoryView(
            InstructedCourse instructed,
            Enrolments enrolments,
            Courses courses,
            Attempts attempts,
            Histories histories) {
        this.instructed = instructed;
        this.enrolments = enrolments;
        this.courses = courses;
        this.attempts = attempts;
        this.histories = histories;
        addClassNames("page", "wide");
    }

    static String address(CourseId course, String student, String exercise) {
        return "author/" + course + "/students/" + student + "/" + exercise;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = instructed.of(event);
        var student = student(edition, event.getRouteParameters().get("student").orElse(""));
        var exercise = event.getRouteParameters().get("exercise").orElse("");
        var own = attempts.in(instructed.me(), edition.course(), student.id()).stream()
                .filter(attempt -> attempt.id().exercise().equals(exercise))
                .toList();
        if (own.isEmpty()) {
            throw new NotFoundException();
        }
        crumbs = List.of(
                new Crumb(words.get("menu.author"), "author"),
                new Crumb(words.get("students"), "author/" + edition.course() + "/students"),
                new Crumb(words.get("history-of", student.name(), exercise), ""));
        removeAll();
        add(new H1(words.get("history-of", student.name(), exercise)), new Paragraph(words.get("history-about")));
        own.forEach(this::show);
    }

    private Person student(Edition edition, String username) {
        return enrolments.members(instructed.me(), edition.course(), Role.STUDENT).stream()
                .filter(member -> member.username().equals(username))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void show(Attempt attempt) {
        var named = courses.question(attempt.question()) instanceof Question.Essay;
        var called = Variants.called(attempts.drawn(instructed.me(), attempt.id()));
        var history = histories.of(instructed.me(), attempt.id());
        var body = new Element("tbody");
        history.saved()
                .forEach(saved -> body.appendChild(row(
                        String.valueOf(saved.sequence()),
                        saved.at(),
                        named ? words.get("history-essay") : text(saved.response(), called),
                        saved.hash())));
        history.aside()
                .forEach(aside -> body.appendChild(row(
                        words.get(aside.late() ? "history-late" : "history-aside"),
                        aside.at(),
                        named ? words.get("history-essay") : text(aside.response(), called),
                        aside.hash())));
        var scroll = new Div();
        scroll.addClassName("table-scroll");
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute(
                        "aria-label", words.get("history-try", attempt.id().number()))
                .appendChild(new Element("table")
                        .setAttribute("class", "progress-table numbers")
                        .appendChild(caption(history), head(), body));
        add(new H2(words.get("history-try", attempt.id().number())), scroll);
    }

    private Element caption(History history) {
        return new Element("caption")
                .setText(history.submittedAt()
                        .map(at -> words.get("history-submitted", at(at)))
                        .orElse(words.get("history-open")));
    }

    private Element head() {
        var row = new Element("tr");
        Stream.of("state", "time", "answer", "hash")
                .forEach(column -> row.appendChild(
                        cell("th", words.get("history." + column)).setAttribute("scope", "col")));
        return new Element("thead").appendChild(row);
    }

    private Element row(String state, Instant at, String answer, String hash) {
        return new Element("tr")
                .appendChild(
                        cell("th", state).setAttribute("scope", "row"),
                        cell("td", at(at)),
                        cell("td", answer).setAttribute("class", "history-answer"),
                        new Element("td").appendChild(cell("code", hash)));
    }

    /** As short as it can be read; what was shuffled as {@code called} in the file. */
    private String text(Response response, Map<String, String> called) {
        var text =
                switch (response.answered()) {
                    case Response.Choice(var option) -> option;
                    case Response.Choices(var options) ->
                        options.stream()
                                .map(option -> called.getOrDefault(option, option))
                                .collect(Collectors.joining(", "));
                    case Response.Number(var number) -> number;
                    case Response.Text(var markdown) -> markdown;
                    case Response.Curve(var values) ->
                        values.stream().map(String::valueOf).collect(Collectors.joining(" "));
                    case Response.Settings(var values) ->
                        values.entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
                    case Response.Parts(var values) ->
                        values.entrySet().stream()
                                .map(part -> called.getOrDefault(part.getKey(), part.getKey()) + " = "
                                        + called.getOrDefault(part.getValue(), part.getValue()))
                                .collect(Collectors.joining(", "));
                    case Response.Certain certain -> throw new IllegalStateException("An answer is no other answer's");
                };
        return text.isBlank() ? words.get("history-empty") : text;
    }

    private String at(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }

    private static Element cell(String tag, String text) {
        return new Element(tag).setText(text);
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
