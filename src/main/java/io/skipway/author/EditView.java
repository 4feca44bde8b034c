package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Drafts.Draft;
import io.skipway.courseware.Language;
import io.skipway.identity.CourseId;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A course's files as a draft: the source at the left, the true page at the right, problems beneath it with jumps. */
@Route("author/:course/edit")
@RolesAllowed("INSTRUCTOR")
class EditView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Wording words = Wording.of(EditView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient InstructedCourse courses;
    private final transient Drafts drafts;
    private final Nav files = new Nav();
    private final TextArea source = new TextArea();
    private final Section problems = new Section();
    private final Div preview = new Div();
    private final Paragraph status = new Paragraph();
    private final NativeButton publish = new NativeButton("", click -> publish());
    private @Nullable CourseId course;
    private transient @Nullable Draft draft;
    private String path = "course.yaml";
    private String seen = "";

    EditView(InstructedCourse courses, Drafts drafts) {
        this.courses = courses;
        this.drafts = drafts;
        addClassName("editing");
        files.addClassName("editing-files");
        files.getElement().setAttribute("aria-label", words.get("files"));
        source.addClassName("editing-source");
        source.setValueChangeMode(ValueChangeMode.LAZY);
        source.setValueChangeTimeout(700);
        source.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(change.getValue());
            }
        });
        preview.addClassName("editing-preview");
        publish.addClassNames("button", "primary");
        publish.setText(words.get("publish"));
        status.getElement().setAttribute("role", "status");
        var discard = new NativeButton(words.get("discard"), click -> discard());
        discard.addClassName("button");
        var bar = new Div(status, new Span(words.get("editions-kept")), discard, publish);
        bar.addClassName("bar");
        var middle = new Section(source, problems);
        middle.addClassName("editing-middle");
        add(bar, files, middle, preview);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        course = courses.of(event).course();
        show(drafts.open(courses.me(), where()));
        open(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("file")
                .filter(named -> current().files().containsKey(named))
                .orElse(firstQuestion()));
    }

    private String firstQuestion() {
        return current().files().keySet().stream()
                .filter(file -> file.contains("/questions/"))
                .findFirst()
                .orElse("course.yaml");
    }

    private void open(String file) {
        path = file;
        seen = current().files().getOrDefault(file, "");
        source.setLabel(file);
        source.setValue(seen);
        show(current());
    }

    private void save(String content) {
        switch (drafts.save(courses.me(), where(), path, seen, content)) {
            case Drafts.Saved.Kept(var now, var at) -> {
                seen = content;
                show(now);
                status.setText(words.get(
                        "saved", LocalTime.ofInstant(at, ZoneId.systemDefault()).format(CLOCK)));
            }
            case Drafts.Saved.Conflict(var theirs) -> {
                // The text stays in the field; what the other wrote can be looked at and is then the base.
                seen = theirs;
                status.setText(words.get("conflict"));
            }
        }
    }

    private void publish() {
        switch (drafts.publish(courses.me(), where(), current().id())) {
            case Drafts.Publication.Published published -> {
                show(drafts.open(courses.me(), where()));
                status.setText(words.get("published"));
            }
            case Drafts.Publication.Refused refused ->
                status.setText(words.get("has-problems", refused.problems().size()));
            case Drafts.Publication.Changed(var now) -> {
                show(now);
                status.setText(words.get("changed"));
            }
        }
    }

    private void discard() {
        drafts.discard(courses.me(), where());
        show(drafts.open(courses.me(), where()));
        open(current().files().containsKey(path) ? path : firstQuestion());
        status.setText(words.get("discarded"));
    }

    private void show(Draft now) {
        draft = now;
        var list = new OrderedList();
        now.files().keySet().forEach(file -> list.add(new ListItem(file(file, now))));
        files.removeAll();
        files.add(list);
        publish.setEnabled(now.problems().isEmpty() && !now.changed().isEmpty());
        status.setText(words.get("draft", now.changed().size(), now.problems().size()));
        showProblems(now);
        preview.removeAll();
        preview.add(new DraftPreview(now, path, language));
    }

    private NativeButton file(String file, Draft now) {
        var button = new NativeButton(file, click -> open(file));
        var count = now.problems().stream()
                .filter(problem -> problem.path().equals(file))
                .count();
        if (count > 0) {
            var number = new Span(String.valueOf(count));
            number.addClassName("problem-count");
            button.add(number);
        } else if (now.changed().contains(file)) {
            button.add(new Span("●"));
        }
        if (file.equals(path)) {
            button.getElement().setAttribute("aria-current", "true");
        }
        return button;
    }

    private void showProblems(Draft now) {
        problems.removeAll();
        problems.addClassName("editing-problems");
        now.problems().forEach(problem -> {
            var jump = new NativeButton(
                    problem.path() + ":" + problem.line(), click -> jump(problem.path(), problem.line()));
            jump.addClassName("jump");
            problems.add(new Paragraph(jump, new Span(problem.message())));
        });
    }

    private void jump(String file, int line) {
        if (current().files().containsKey(file)) {
            open(file);
            source.getElement().executeJs("""
                    const area = this.querySelector('textarea');
                    const rows = area.value.split('\\n');
                    const from = rows.slice(0, $0 - 1).join('\\n').length + ($0 > 1 ? 1 : 0);
                    area.focus();
                    area.setSelectionRange(from, from + (rows[$0 - 1] ?? '').length);""", line);
        }
    }

    private Draft current() {
        return Objects.requireNonNull(draft);
    }

    private CourseId where() {
        return Objects.requireNonNull(course);
    }

    @Override
    public String getPageTitle() {
        return words.get("edit") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(words.get("menu.author"), "author"),
                new Crumb(course == null ? "" : course.value(), ""),
                new Crumb(words.get("edit"), ""));
    }
}
