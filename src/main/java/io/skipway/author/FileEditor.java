package io.skipway.author;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Language;
import io.skipway.courseware.QuestionDraft;
import io.skipway.ui.Wording;
import java.util.Optional;

/** One file under the hand: a question as fields in either language, everything as its source. */
class FileEditor extends Section {
    private final Wording words = Wording.of(FileEditor.class);
    private final Desk desk;
    private final Runnable changedView;
    private final Div tabs = new Div();
    private final Div conflict = new Div();
    private final Div body = new Div();
    private String path = "";
    private Language language;
    private boolean source;
    private Optional<TextArea> text = Optional.empty();

    FileEditor(Desk desk, Language language, Runnable changedView) {
        this.desk = desk;
        this.language = language;
        this.changedView = changedView;
        addClassName("file-editor");
        tabs.addClassName("tabs");
        getElement().setAttribute("aria-label", words.get("editor"));
        conflict.getElement().setAttribute("role", "status");
        add(tabs, conflict, body);
    }

    String path() {
        return path;
    }

    Language language() {
        return language;
    }

    void open(String file) {
        path = file;
        if (file.endsWith(".ko.md")) {
            language = Language.KO;
        } else if (file.endsWith(".en.md")) {
            language = Language.EN;
        }
        show();
    }

    /** Opens a file at a line of its source. */
    void open(String file, int line) {
        source = true;
        open(file);
        text.ifPresent(area -> area.getElement()
                .executeJs(
                        "const at = $0 - 1; const field = this.inputElement;"
                                + "const lines = field.value.split('\\n');"
                                + "const from = lines.slice(0, at).join('\\n').length + (at ? 1 : 0);"
                                + "field.focus(); field.setSelectionRange(from, from + (lines[at] ?? '').length);",
                        line));
    }

    /** Says whether someone else changed the file meanwhile, and asks which text shall stay. */
    void refresh() {
        conflict.removeAll();
        if (desk.mine(path).isPresent()) {
            conflict.add(
                    new Paragraph(words.get("conflict")),
                    button("keep-mine", () -> desk.settle(path, true)),
                    button("take-theirs", () -> {
                        desk.settle(path, false);
                        show();
                    }));
        }
    }

    private void show() {
        body.removeAll();
        tabs.removeAll();
        text = Optional.empty();
        var fields = path.contains("/questions/") ? QuestionDraft.of(now()) : Optional.<QuestionDraft>empty();
        var asSource = source && fields.isPresent();
        if (!path.endsWith(".md")) {
            tab("korean", Language.KO, false, !asSource && language == Language.KO);
            tab("english", Language.EN, false, !asSource && language == Language.EN);
        }
        if (fields.isPresent()) {
            tab("source", language, true, asSource);
        }
        body.add(fields.isPresent() && !source ? fields(fields.get()) : source());
        refresh();
        changedView.run();
    }

    private Component fields(QuestionDraft question) {
        var file = path;
        return new QuestionFields(question, language, yaml -> desk.save(file, yaml));
    }

    private TextArea source() {
        var file = path;
        var area = new TextArea(path);
        area.addClassName("source");
        area.setWidthFull();
        area.setValue(now());
        QuestionFields.slowly(area);
        area.addValueChangeListener(event -> save(file, event.getValue()));
        text = Optional.of(area);
        return area;
    }

    /** What is too long stays in the field, and is said not to be saved. */
    private void save(String file, String content) {
        if (content.length() > Drafts.MOST_CHARACTERS) {
            conflict.removeAll();
            conflict.add(new Paragraph(words.get("too-long", content.length(), Drafts.MOST_CHARACTERS)));
        } else {
            desk.save(file, content);
        }
    }

    private String now() {
        return desk.mine(path).orElseGet(() -> desk.text(path));
    }

    private void tab(String key, Language shown, boolean asSource, boolean here) {
        var tab = button(key, () -> {
            language = shown;
            source = asSource;
            show();
        });
        tab.getElement().setAttribute("aria-pressed", String.valueOf(here));
        tabs.add(tab);
    }

    private NativeButton button(String key, Runnable then) {
        var button = new NativeButton(words.get(key), click -> then.run());
        button.addClassName("button");
        return button;
    }
}
