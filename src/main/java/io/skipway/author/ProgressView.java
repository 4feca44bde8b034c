package io.skipway.author;

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
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The students of a course by exercise: how far each is, and what it was worth. */
@Route("author/:course/students")
@RolesAllowed("INSTRUCTOR")
class ProgressView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(ProgressView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient InstructedCourse courses;
    private final transient ProgressTable table;
    private List<Crumb> crumbs = List.of();

    ProgressView(InstructedCourse courses, ProgressTable table) {
        this.courses = courses;
        this.table = table;
        addClassNames("page", "wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        var progress = table.of(courses.me(), edition);
        crumbs = List.of(
                new Crumb(words.get("menu.author"), "author"),
                new Crumb(edition.title().in(language), ""),
                new Crumb(words.get("students"), ""));
        removeAll();
        add(new H1(words.get("students")));
        if (progress.rows().isEmpty()) {
            var none = new Paragraph(words.get("no-students"));
            none.addClassName("empty");
            add(none);
            return;
        }
        add(download(edition, progress), shown(edition, progress));
    }

    private Anchor download(Edition edition, ProgressTable.Progress progress) {
        var bytes = ("\ufeff" + progress.csv(words)).getBytes(StandardCharsets.UTF_8);
        var link = new Anchor(
                DownloadHandler.fromInputStream(request -> new DownloadResponse(
                        new ByteArrayInputStream(bytes),
                        edition.course() + "-students.csv",
                        "text/csv;charset=UTF-8",
                        bytes.length)),
                words.get("csv"));
        link.addClassName("button");
        return link;
    }

    private Div shown(Edition edition, ProgressTable.Progress progress) {
        var head =
                new Element("tr").appendChild(cell("th", words.get("student")).setAttribute("scope", "col"));
        progress.exercises()
                .forEach(exercise -> head.appendChild(cell("th", exercise).setAttribute("scope", "col")));
        head.appendChild(cell("th", words.get("total")).setAttribute("scope", "col"));
        var body = new Element("tbody");
        for (var row : progress.rows()) {
            var line = new Element("tr").appendChild(cell("th", row.name()).setAttribute("scope", "row"));
            for (var i = 0; i < row.cells().size(); i++) {
                var exercise = progress.exercises().get(i);
                line.appendChild(answer(
                        row.cells().get(i), AnswerHistoryView.address(edition.course(), row.username(), exercise)));
            }
            line.appendChild(cell("td", row.total().toPlainString()));
            body.appendChild(line);
        }
        var grid = new Element("table")
                .setAttribute("class", "progress-table numbers")
                .appendChild(
                        new Element("caption")
                                .setText(words.get(
                                        "students-caption", progress.rows().size())),
                        new Element("thead").appendChild(head),
                        body);
        var scroll = new Div();
        scroll.addClassName("table-scroll");
        scroll.getElement().setAttribute("tabindex", "0").appendChild(grid);
        return scroll;
    }

    /** What is begun leads to its history. */
    private Element answer(ProgressTable.Cell cell, String history) {
        var shown = new Element("td").setAttribute("data-state", cell.state());
        return cell.state().equals("not-begun")
                ? shown.setText(text(cell))
                : shown.appendChild(cell("a", text(cell)).setAttribute("href", history));
    }

    private String text(ProgressTable.Cell cell) {
        var state = words.get("state." + cell.state());
        return cell.points() == null ? state : cell.points().toPlainString() + " · " + state;
    }

    private static Element cell(String tag, String text) {
        return new Element(tag).setText(text);
    }

    @Override
    public String getPageTitle() {
        return words.get("students") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
