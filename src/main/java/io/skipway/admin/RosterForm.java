package io.skipway.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import io.skipway.courseware.Edition;
import io.skipway.identity.Roster;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a roster as text or as a file, says line by line what it would do, and then does it. */
class RosterForm extends Section {
    private final Wording words = Wording.of(RosterForm.class);
    private final transient Roster roster;
    private final UserId me;
    private final transient Supplier<@Nullable Edition> course;
    private final TextArea csv = new TextArea();
    private final Paragraph told = new Paragraph();
    private final Div sheet = new Div();
    private final OrderedList report = new OrderedList();

    RosterForm(Roster roster, UserId me, Supplier<@Nullable Edition> course, Runnable done) {
        this.roster = roster;
        this.me = me;
        this.course = course;
        csv.setLabel(words.get("roster-label"));
        csv.setHelperText(words.get("roster-help"));
        csv.setWidthFull();
        csv.setMinRows(5);
        csv.setMaxRows(15);
        report.addClassName("roster-report");
        told.getElement().setAttribute("role", "status");
        var file = new RosterUpload(this::read, this::refuse).field();
        var check = new NativeButton(words.get("roster-check"), click -> check());
        check.addClassName("button");
        var apply = new NativeButton(words.get("roster-apply"), click -> {
            apply();
            done.run();
        });
        apply.addClassNames("button", "primary");
        var actions = new Div(check, apply);
        actions.addClassName("ways");
        add(
                new H2(words.get("roster")),
                new Paragraph(words.get("roster-about")),
                file,
                csv,
                actions,
                told,
                sheet,
                report);
    }

    /** A file comes into the field, where it can be mended, and is looked at as if it had been pasted. */
    private void read(String text) {
        csv.setValue(text);
        check();
    }

    private void refuse(String why) {
        report.removeAll();
        sheet.removeAll();
        told.setText(why);
    }

    private void check() {
        var edition = course.get();
        if (csv.isEmpty()) {
            refuse(words.get("roster-empty"));
        } else if (edition != null) {
            show("roster-checked", roster.check(me, edition.course(), csv.getValue()));
        }
    }

    /** What was taken leaves the field, so that a second click does not sweep the passwords away. */
    private void apply() {
        var edition = course.get();
        if (edition != null && !csv.isEmpty()) {
            var lines = roster.apply(me, edition.course(), csv.getValue());
            show("roster-done", lines);
            if (lines.stream().noneMatch(Roster.Line::wrong)) {
                csv.clear();
            }
        }
    }

    private void show(String right, List<Roster.Line> lines) {
        report.removeAll();
        sheet.removeAll();
        var wrong = lines.stream().filter(Roster.Line::wrong).count();
        told.setText(wrong > 0 ? words.get("roster-nothing", wrong) : words.get(right, lines.size()));
        var created =
                lines.stream().filter(line -> !line.oneTimePassword().isEmpty()).toList();
        if (!created.isEmpty()) {
            sheet.add(new PasswordSheet(created));
        }
        lines.forEach(line -> {
            var item = new ListItem(
                    words.get("roster-line", line.number(), line.username(), words.get("roster." + line.outcome()))
                            + (line.oneTimePassword().isEmpty() ? "" : " " + line.oneTimePassword()));
            item.getElement().setAttribute("data-wrong", line.wrong());
            report.add(item);
        });
    }
}
