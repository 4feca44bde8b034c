package io.skipway.author;

import com.vaadin.flow.component.textfield.IntegerField;
import io.skipway.ui.Wording;
import java.util.Optional;

/** So many minutes, from one to a week of them. */
class MinutesField extends IntegerField {
    private static final int MOST = 7 * 24 * 60;
    private static final int USUAL = 5;

    private final Wording words = Wording.of(MinutesField.class);

    MinutesField(String label) {
        setLabel(label);
        setValue(USUAL);
        setManualValidation(true);
        setStepButtonsVisible(true);
        addValueChangeListener(change -> setInvalid(false));
    }

    /** The minutes; where they are none, says so at the field. */
    Optional<Integer> valid() {
        var minutes = Optional.ofNullable(getValue()).filter(many -> many >= 1 && many <= MOST);
        setErrorMessage(words.get("exam.minutes-wrong", MOST));
        setInvalid(minutes.isEmpty());
        return minutes;
    }
}
