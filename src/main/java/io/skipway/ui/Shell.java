package io.skipway.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;

/** The frame around every screen: where one is, the language, light or dark, and who is signed in. */
@Layout
public class Shell extends Div implements RouterLayout {
    Shell() {
        addClassName("shell");
        add(new Header());
    }
}
