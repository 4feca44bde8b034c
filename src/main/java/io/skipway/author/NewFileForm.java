package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.skipway.courseware.Drafts.Created;
import io.skipway.courseware.NewFile;
import io.skipway.courseware.NewFile.Kind;
import io.skipway.ui.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Begins a lesson, a question or a lab from a template. */
class NewFileForm extends NativeDetails {
    private final Wording words = Wording.of(NewFileForm.class);
    private final Desk desk;
    private final Consumer<String> made;
    private final Select<Kind> kind = new Select<>();
    private final Select<String> lesson = new Select<>();
    private final TextField name = new TextField();
    private List<String> offered = List.of();
    private String shownAt = "";

    /** Calls {@code made} with the path of each new file. */
    NewFileForm(Desk desk, Consumer<String> made) {
        this.desk = desk;
        this.made = made;
        addClassName("new-file");
        setSummaryText(words.get("new-file"));
        kind.setLabel(words.get("new-kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> words.get("new." + one.id()));
        kind.setValue(Kind.CHOICE);
        kind.addValueChangeListener(event -> lesson.setVisible(event.getValue().inLesson()));
        lesson.setLabel(words.get("new-in-lesson"));
        lesson.setItemLabelGenerator(folder -> folder.equals(NewFile.BANK) ? words.get("new-in-bank") : folder);
        name.setLabel(words.get("new-name"));
        name.setHelperText(words.get("new-name-help"));
        name.setManualValidation(true);
        name.addValueChangeListener(event -> name.setInvalid(false));
        var create = new NativeButton(words.get("new-create"), click -> create());
        create.addClassName("button");
        setContent(new Div(kind, lesson, name, create));
    }

    /** Offers the lessons of the draft, and the bank where it has a quiz; {@code here} is the file at which the person is. */
    void refresh(String here) {
        var lessons = desk.draft().files().keySet().stream()
                .filter(path -> path.endsWith("/lesson.en.md") || path.startsWith("quizzes/"))
                .map(path -> path.endsWith(".md") ? path.substring(0, path.indexOf('/')) : NewFile.BANK)
                .distinct()
                .toList();
        if (lessons.equals(offered) && here.equals(shownAt)) {
            return;
        }
        offered = lessons;
        shownAt = here;
        lesson.setItems(lessons);
        lessons.stream()
                .filter(folder -> here.startsWith(folder + "/"))
                .findFirst()
                .or(() -> lessons.stream().findFirst())
                .ifPresent(lesson::setValue);
    }

    private void create() {
        var folder = lesson.getValue() == null ? "" : lesson.getValue();
        switch (desk.create(new NewFile(kind.getValue(), folder, name.getValue().strip()))) {
            case Created.Made(var draft, var path) -> {
                name.clear();
                setOpen(false);
                made.accept(path);
            }
            case Created.Refused(var why) -> {
                name.setErrorMessage(words.get("new-refused." + why.name().toLowerCase(Locale.ROOT)));
                name.setInvalid(true);
                name.focus();
            }
        }
    }
}
