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

/** Takes a roster as text, says line by line what it would do, and then does it. */
class RosterForm extends Section {
    private final Wording words = Wording.of(RosterForm.class);
    private final TextArea csv = new TextArea();
    private final Paragraph told = new Paragraph();
    private final OrderedList report = new OrderedList();

    RosterForm(Roster roster, UserId me, Supplier<@Nullable Edition> course, Runnable done) {
        csv.setLabel(words.get("roster-label"));
        csv.setHelperText(words.get("roster-help"));
        csv.setWidthFull();
        csv.setMinRows(5);
        report.addClassName("roster-report");
        told.getElement().setAttribute("role", "status");
        var check = new NativeButton(words.get("roster-check"), click -> {
            var edition = course.get();
            if (edition != null) {
                show("roster-checked", roster.check(me, edition.course(), csv.getValue()));
            }
        });
        check.addClassName("button");
        var apply = new NativeButton(words.get("roster-apply"), click -> {
            var edition = course.get();
            if (edition != null) {
                show("roster-done", roster.apply(me, edition.course(), csv.getValue()));
                done.run();
            }
        });
        apply.addClassNames("button", "primary");
        var actions = new Div(check, apply);
        actions.addClassName("ways");
        add(new H2(words.get("roster")), new Paragraph(words.get("roster-about")), csv, actions, told, report);
    }

    private void show(String right, List<Roster.Line> lines) {
        report.removeAll();
        var wrong = lines.stream().filter(Roster.Line::wrong).count();
        told.setText(wrong > 0 ? words.get("roster-nothing", wrong) : words.get(right, lines.size()));
        lines.forEach(line -> {
            var item = new ListItem(
                    words.get("roster-line", line.number(), line.username(), words.get("roster." + line.outcome()))
                            + (line.oneTimePassword().isEmpty() ? "" : " " + line.oneTimePassword()));
            item.getElement().setAttribute("data-wrong", line.wrong());
            report.add(item);
        });
    }
}
