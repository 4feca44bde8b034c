package io.skipway.author;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import io.skipway.courseware.Problem;
import io.skipway.ui.Wording;
import java.util.stream.Collectors;

/** Takes the open file out of the draft, after it has said what refers to it. */
class FileRemoval extends Div {
    private final Wording words = Wording.of(FileRemoval.class);
    private final Desk desk;
    private final Runnable removed;
    private final Runnable changed;
    private final NativeButton ask = button("remove-file", this::ask);
    private String path = "";

    /** Calls {@code removed} when the file is gone, or {@code changed} if it is another now and stays. */
    FileRemoval(Desk desk, Runnable removed, Runnable changed) {
        this.desk = desk;
        this.removed = removed;
        this.changed = changed;
        addClassName("removal");
    }

    void show(String file) {
        path = file;
        removeAll();
        if (!path.equals("course.yaml") && desk.draft().files().containsKey(path)) {
            add(ask);
        }
    }

    private void ask() {
        var dependents = desk.dependents(path);
        var places = dependents.stream().map(FileRemoval::place).distinct().collect(Collectors.joining(", "));
        var sure = button("remove-file-really", this::remove);
        removeAll();
        add(
                says(places.isEmpty() ? words.get("remove-unnamed", path) : words.get("remove-named", path, places)),
                sure,
                button("remove-not", () -> {
                    show(path);
                    ask.focus();
                }));
        sure.focus();
    }

    private void remove() {
        if (desk.remove(path)) {
            removed.run();
        } else {
            changed.run();
            add(says(words.get("remove-changed")));
        }
    }

    private static Paragraph says(String text) {
        var says = new Paragraph(text);
        says.getElement().setAttribute("role", "alert");
        return says;
    }

    private static String place(Problem problem) {
        return problem.path() + ":" + problem.line();
    }

    private NativeButton button(String key, Runnable then) {
        var button = new NativeButton(words.get(key), click -> then.run());
        button.addClassName("button");
        return button;
    }
}
