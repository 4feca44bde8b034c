package io.skipway.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.skipway.courseware.Edition;
import io.skipway.identity.JoinCodes;
import io.skipway.identity.UserId;
import io.skipway.ui.Wording;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The join code of the chosen course: shown, renewed, or taken away. */
class JoinCodeForm extends Section {
    private final Wording words = Wording.of(JoinCodeForm.class);
    private final transient JoinCodes codes;
    private final UserId me;
    private final transient Supplier<@Nullable Edition> course;

    JoinCodeForm(JoinCodes codes, UserId me, Supplier<@Nullable Edition> course) {
        this.codes = codes;
        this.me = me;
        this.course = course;
        show();
    }

    final void show() {
        removeAll();
        var edition = course.get();
        if (edition == null) {
            return;
        }
        var id = edition.course();
        var code = codes.code(me, id);
        var now = new Paragraph(
                code.map(text -> words.get("join-code-is", text)).orElseGet(() -> words.get("join-code-none")));
        now.getElement().setAttribute("role", "status");
        var renew = new NativeButton(words.get("join-code-renew"), click -> {
            codes.renew(me, id);
            show();
        });
        renew.addClassName("button");
        var actions = new Div(renew);
        actions.addClassName("ways");
        if (code.isPresent()) {
            var close = new NativeButton(words.get("join-code-close"), click -> {
                codes.close(me, id);
                show();
            });
            close.addClassName("button");
            actions.add(close);
        }
        add(new H2(words.get("join-code")), now, actions);
    }
}
