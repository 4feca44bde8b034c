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

    int minutes() {
        return getValue() == null ? 0 : getValue();
    }

    /** The minutes; where they are none, says so at the field. */
    Optional<Integer> valid() {
        var right = minutes() >= 1 && minutes() <= MOST;
        setErrorMessage(words.get("exam.minutes-wrong", MOST));
        setInvalid(!right);
        return right ? Optional.of(minutes()) : Optional.empty();
    }
}
