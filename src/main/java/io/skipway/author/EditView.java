package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Language;
import io.skipway.courseware.Problem;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Editing a course: its files at the left, one of them in the middle with all problems beneath, its page at the right. */
@Route("author/:course/edit")
@RolesAllowed("INSTRUCTOR")
class EditView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(EditView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient InstructedCourse courses;
    private final transient Drafts drafts;
    private List<Crumb> crumbs = List.of();

    EditView(InstructedCourse courses, Drafts drafts) {
        this.courses = courses;
        this.drafts = drafts;
        addClassName("edit-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        crumbs = List.of(
                new Crumb(words.get("menu.author"), "author"),
                new Crumb(edition.title().in(language), ""),
                new Crumb(words.get("edit"), ""));
        var desk = new Desk(drafts, courses.me(), edition.course());
        removeAll();
        add(new Workplace(desk));
    }

    @Override
    public String getPageTitle() {
        return words.get("edit") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }

    /** The screen around one draft. */
    private final class Workplace extends Div {
        private final transient Desk desk;
        private final Nav files = new Nav();
        private final Section problems = new Section();
        private final DraftPreview preview = new DraftPreview();
        private final DraftBar bar;
        private final FileEditor editor;

        Workplace(Desk desk) {
            this.desk = desk;
            bar = new DraftBar(desk, this::reopen);
            editor = new FileEditor(desk, language, this::refresh);
            files.addClassName("files");
            files.getElement().setAttribute("aria-label", words.get("files"));
            problems.addClassName("draft-problems");
            var middle = new Div(editor, problems);
            middle.addClassName("middle");
            var columns = new Div(files, middle, preview);
            columns.addClassName("columns");
            add(bar, columns);
            desk.watch(() -> {
                editor.refresh();
                refresh();
            });
            editor.open(first());
        }

        private String first() {
            return desk.draft().files().keySet().stream()
                    .filter(path -> path.endsWith("lesson." + language.locale().getLanguage() + ".md"))
                    .findFirst()
                    .orElse("course.yaml");
        }

        private void reopen() {
            editor.open(editor.path());
        }

        private void refresh() {
            bar.refresh();
            preview.show(desk.draft().edition(), editor.path(), editor.language());
            files.removeAll();
            desk.draft().files().keySet().forEach(path -> files.add(file(path)));
            problems.removeAll();
            var all = desk.draft().problems();
            if (!all.isEmpty()) {
                var list = new UnorderedList();
                all.forEach(problem -> list.add(item(problem)));
                problems.add(new H2(words.get("problem-count", all.size())), list);
            }
        }

        private NativeButton file(String path) {
            var button = new NativeButton(path, click -> editor.open(path));
            if (path.equals(editor.path())) {
                button.getElement().setAttribute("aria-current", "true");
            }
            var wrong = desk.draft().problems().stream()
                    .filter(problem -> problem.path().equals(path))
                    .count();
            if (wrong > 0) {
                var mark = new Span(String.valueOf(wrong));
                mark.addClassName("wrong");
                mark.getElement().setAttribute("aria-label", words.get("problem-count", wrong));
                button.add(mark);
            }
            return button;
        }

        private ListItem item(Problem problem) {
            var where = new Span(problem.path() + ":" + problem.line());
            where.addClassName("where");
            var there = new NativeButton(words.get("go-there"), click -> editor.open(problem.path(), problem.line()));
            there.addClassName("quiet-button");
            return new ListItem(where, new Span(problem.message()), there);
        }
    }
}
