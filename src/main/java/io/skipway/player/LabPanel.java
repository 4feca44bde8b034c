package io.skipway.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.lab.RunId;
import java.util.Collection;
import java.util.function.Consumer;

/** A lab under the hand: controls, plot, Run and Cancel. It fetches and draws by itself; the server hears of pins only. */
@Tag("skip-lab")
public class LabPanel extends Component {
    public LabPanel(LabSheet sheet, Language language) {
        getElement().setAttribute("lab", sheet.id() + language);
    }

    /** Offers to pin: each is called with a run when the person pins it or takes it back. */
    public void pinnable(Consumer<RunId> pin, Consumer<RunId> unpin) {
        throw new UnsupportedOperationException();
    }

    /** Tells which runs are pinned now. */
    public void pinned(Collection<RunId> runs) {
        throw new UnsupportedOperationException();
    }

    /** Shows one stored run as evidence, with its settings and Replay, and no controls to change. */
    public static LabPanel evidence(LabSheet sheet, RunId run, Language language) {
        var panel = new LabPanel(sheet, language);
        panel.getElement().setAttribute("evidence", run.toString());
        return panel;
    }
}
