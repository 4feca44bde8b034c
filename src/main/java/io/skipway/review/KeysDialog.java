package io.skipway.review;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import io.skipway.ui.Wording;
import java.util.List;

/** The keys of the grading page, and the switch for them. */
class KeysDialog extends Dialog {
    private static final List<String> KEYS = List.of("1–9", "J", "K", "C", "N", "P", "Shift + R", "Esc", "?");

    KeysDialog(Keys keys) {
        var words = Wording.of(KeysDialog.class);
        setHeaderTitle(words.get("keys"));
        var list = new DescriptionList();
        list.addClassName("keys");
        KEYS.forEach(key -> list.add(
                new DescriptionList.Term(key), new DescriptionList.Description(words.get("key." + name(key)))));
        var switched = new Checkbox(words.get("keys-on"), keys.on());
        switched.addValueChangeListener(change -> keys.turn(change.getValue()));
        switched.setHelperText(words.get("keys-on-help"));
        add(new Paragraph(words.get("keys-about")), list, switched);
        var close = new NativeButton(words.get("close"), click -> close());
        close.addClassName("button");
        getFooter().add(close);
    }

    private static String name(String key) {
        return key.equals("?") ? "help" : key.replaceAll("[^A-Za-z0-9]", "").toLowerCase(java.util.Locale.ROOT);
    }
}
