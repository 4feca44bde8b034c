package io.skipway.ui;

import com.vaadin.flow.component.html.NativeButton;

/** A button for what does not come back: it asks once more in itself, and forgets the question when it is left. */
public class SureButton extends NativeButton {
    private final Wording words;
    private final String key;
    private final String what;
    private boolean asked;

    /** {@code key} names the button's words, {@code key-really} its question; {@code what} says to those who hear it only. */
    public SureButton(Wording words, String key, String what, Runnable then) {
        this.words = words;
        this.key = key;
        this.what = what;
        ask(false);
        addClickListener(click -> {
            if (asked) {
                then.run();
            }
            ask(!asked);
        });
        getElement().addEventListener("blur", left -> ask(false));
    }

    private void ask(boolean really) {
        asked = really;
        var text = words.get(really ? key + "-really" : key);
        setText(text);
        if (!what.isEmpty()) {
            setAriaLabel(text + ": " + what);
        }
    }
}
