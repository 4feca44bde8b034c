package io.skipway.author;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import io.skipway.courseware.Language;
import io.skipway.identity.CourseId;
import io.skipway.ui.Wording;
import java.util.Optional;

/** The screen around one draft: its files, the one that is open with all problems beneath, and the page that it makes. */
class Workplace extends Div {
    private final Wording words = Wording.of(Workplace.class);
    private final Desk desk;
    private final Language language;
    private final FileList files;
    private final NewFileForm newFile;
    private final ProblemList problems;
    private final Paragraph missing = new Paragraph();
    private final DraftPreview preview = new DraftPreview();
    private final DraftBar bar;
    private final FileEditor editor;
    private final FileRemoval removal;

    Workplace(Desk desk, Language language) {
        this.desk = desk;
        this.language = language;
        files = new FileList(desk.course());
        newFile = new NewFileForm(desk, this::visit);
        problems = new ProblemList(desk.course());
        bar = new DraftBar(desk, this::reopen);
        editor = new FileEditor(desk, language, this::refresh);
        removal = new FileRemoval(desk, () -> visit(first()), this::reopen);
        missing.getElement().setAttribute("role", "status");
        missing.addClassName("missing");
        var left = new Div(files, newFile);
        left.addClassName("left");
        var middle = new Div(missing, editor, removal, problems);
        middle.addClassName("middle");
        var columns = new Div(left, middle, preview);
        columns.addClassName("columns");
        add(bar, columns);
        desk.watch(() -> {
            editor.refresh();
            refresh();
        });
    }

    CourseId course() {
        return desk.course();
    }

    /** Opens a file, at a line of its source if one is named; the first lesson where there is no such file. */
    void open(Optional<String> file, Optional<Integer> line) {
        var there = file.filter(path -> desk.draft().files().containsKey(path));
        missing.setText(file.isPresent() && there.isEmpty() ? words.get("no-such-file", file.get()) : "");
        missing.setVisible(!missing.getText().isEmpty());
        var path = there.orElseGet(this::first);
        if (there.isPresent() && line.isPresent()) {
            editor.open(path, line.get());
        } else {
            editor.open(path);
        }
        removal.show(path);
    }

    private String first() {
        return desk.draft().files().keySet().stream()
                .filter(path -> path.endsWith("lesson." + language.locale().getLanguage() + ".md"))
                .findFirst()
                .orElse("course.yaml");
    }

    /** Goes to a file by its address, and lets the hand follow. */
    private void visit(String path) {
        UI.getCurrent()
                .navigate(
                        EditView.class,
                        new RouteParameters("course", desk.course().value()),
                        QueryParameters.of("file", path));
        files.focus(path);
    }

    /** The texts are others now; what was open may be gone. */
    private void reopen() {
        open(Optional.of(editor.path()), Optional.empty());
    }

    private void refresh() {
        var draft = desk.draft();
        bar.refresh();
        preview.show(draft.edition(), editor.path(), editor.language());
        files.show(draft, editor.path());
        newFile.refresh(editor.path());
        problems.show(draft.problems());
    }
}
