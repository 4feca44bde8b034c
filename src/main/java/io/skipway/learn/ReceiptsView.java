package io.skipway.learn;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.attempts.Attempt;
import io.skipway.attempts.Attempts;
import io.skipway.attempts.Saved;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.identity.People;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** One's own answers in a course, each with the receipt of its newest state, and the file with all receipts. */
@Route("receipts/:course")
@PermitAll
class ReceiptsView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private static final List<String> COLUMNS =
            List.of("question", "try", "saved-at", "submitted-at", "sequence", "hash");

    private final Wording words = Wording.of(ReceiptsView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient JoinedCourse courses;
    private final transient Attempts attempts;
    private final transient People people;
    private List<Crumb> crumbs = List.of();

    ReceiptsView(JoinedCourse courses, Attempts attempts, People people) {
        this.courses = courses;
        this.attempts = attempts;
        this.people = people;
        addClassNames("page", "wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        crumbs = List.of(new Crumb(edition.title().in(language), "."), new Crumb(words.get("receipts"), ""));
        removeAll();
        add(new H1(words.get("receipts")), about());
        var answered = attempts.of(people.me().id(), edition.course()).stream()
                .filter(attempt -> attempt.newest().isPresent())
                .toList();
        if (answered.isEmpty()) {
            var none = new Paragraph(words.get("receipts-none"));
            none.addClassName("empty");
            add(none);
            return;
        }
        var file = new Anchor(ReceiptsEndpoint.address(edition.course()), words.get("receipts-file"));
        file.setRouterIgnore(true);
        file.getElement().setAttribute("download", true);
        file.addClassName("button");
        add(file, table(edition, answered));
    }

    private Paragraph about() {
        var about = new Paragraph(words.get("receipts-about"));
        about.addClassName("receipts-about");
        return about;
    }

    private Div table(Edition edition, List<Attempt> answered) {
        var head = part("tr", "row");
        COLUMNS.forEach(column -> head.appendChild(part("th", "columnheader")
                .setText(words.get("receipt." + column))
                .setAttribute("scope", "col")));
        var body = part("tbody", "rowgroup");
        answered.forEach(attempt ->
                body.appendChild(row(edition, attempt, attempt.newest().orElseThrow())));
        var table = part("table", "table")
                .setAttribute("class", "progress-table receipts numbers")
                .appendChild(
                        cell("caption", words.get("receipts-caption")),
                        part("thead", "rowgroup").appendChild(head),
                        body);
        var scroll = new Div();
        scroll.addClassName("table-scroll");
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", words.get("receipts"))
                .appendChild(table);
        return scroll;
    }

    private Element row(Edition edition, Attempt attempt, Saved saved) {
        return part("tr", "row")
                .appendChild(
                        part("th", "rowheader").setAttribute("scope", "row").appendChild(question(edition, attempt)),
                        data("try", cell("span", String.valueOf(attempt.id().number()))),
                        data("saved-at", cell("span", at(saved.at()))),
                        data(
                                "submitted-at",
                                cell("span", attempt.submittedAt().map(this::at).orElse("–"))),
                        data("sequence", cell("span", String.valueOf(saved.sequence()))),
                        data("hash", cell("code", grouped(saved.hash()))));
    }

    /** A cell that bears its column's name, for where the table is read from top to bottom. */
    private Element data(String column, Element content) {
        return part("td", "cell")
                .setAttribute("data-label", words.get("receipt." + column))
                .appendChild(content);
    }

    /** With its role, which browsers forget where a table is laid out as something else. */
    private static Element part(String tag, String role) {
        return new Element(tag).setAttribute("role", role);
    }

    /** Where it stands by now; what is in no lesson and no quiz any more is told by its id. */
    private Element question(Edition edition, Attempt attempt) {
        var id = attempt.id().exercise();
        for (var lesson : edition.lessons()) {
            for (var i = 0; i < lesson.questions().size(); i++) {
                if (lesson.questions().get(i).id().equals(id)) {
                    var text = words.get("receipt-of", lesson.title().in(language), i + 1);
                    return cell("a", text)
                            .setAttribute("href", "course/" + edition.course() + "/" + lesson.id() + "#exercise-" + id);
                }
            }
        }
        return cell(
                "span",
                attempt.id()
                        .sitting()
                        .flatMap(sitting -> edition.quiz(sitting.quiz()))
                        .map(quiz ->
                                quiz.title().in(language) + ": " + attempt.id().question())
                        .orElse(id));
    }

    private String at(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }

    /** In eights, which the eye can compare; copied, they are the hash with blanks. */
    static String grouped(String hash) {
        return String.join(" ", hash.split("(?<=\\G.{8})"));
    }

    private static Element cell(String tag, String text) {
        return new Element(tag).setText(text);
    }

    @Override
    public String getPageTitle() {
        return words.get("receipts") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
