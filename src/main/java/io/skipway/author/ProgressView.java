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
import io.skipway.identity.CourseId;
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
        progress.columns().forEach(column -> head.appendChild(cell("th", column).setAttribute("scope", "col")));
        head.appendChild(cell("th", words.get("total")).setAttribute("scope", "col"));
        var body = new Element("tbody");
        for (var row : progress.rows()) {
            var line = new Element("tr").appendChild(cell("th", row.name()).setAttribute("scope", "row"));
            for (var i = 0; i < row.cells().size(); i++) {
                line.appendChild(cell(row.cells().get(i), address(edition.course(), progress, row, i)));
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

    /** An answer leads to its history, an exam to who sits it. */
    private static String address(CourseId course, ProgressTable.Progress progress, ProgressTable.Row row, int column) {
        var name = progress.columns().get(column);
        return column < progress.exercises().size()
                ? AnswerHistoryView.address(course, row.username(), name)
                : ExamView.address(course, name);
    }

    private Element cell(ProgressTable.Cell cell, String address) {
        var shown = new Element("td").setAttribute("data-state", cell.state());
        return cell.equals(ProgressTable.Cell.NOT_BEGUN)
                ? shown.setText(text(cell))
                : shown.appendChild(cell("a", text(cell)).setAttribute("href", address));
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
