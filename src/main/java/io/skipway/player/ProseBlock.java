package io.skipway.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/** Sanitised HTML with formulas, which the element {@code skip-prose} typesets. */
@Tag("skip-prose")
public class ProseBlock extends Component implements HasStyle {
    /**
     * Shows HTML.
     *
     * @param html as courseware renders it; never what a person typed
     */
    public ProseBlock(String html) {
        getElement().setProperty("html", html);
    }
}
