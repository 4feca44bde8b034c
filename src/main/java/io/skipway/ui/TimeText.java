package io.skipway.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * A sentence with a date and time in place of its <code>{0}</code>, in the zone of whoever reads it: only the browser
 * knows that, so the element writes it, and until then the server's zone is shown with its name.
 */
@Tag("skip-time")
public class TimeText extends Component {
    public TimeText(String sentence, Instant at) {
        var shown = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(Wording.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(at)
                + " " + ZoneId.systemDefault().getId();
        getElement().setAttribute("datetime", at.toString());
        getElement().setAttribute("sentence", sentence);
        getElement().setText(sentence.replace("{0}", shown));
    }
}
