package io.skipway.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomEvent;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.lab.LabJson;
import io.skipway.lab.RunId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A lab under the hand: controls, plot, Run and Cancel. It fetches and draws by itself; the server hears of pins only. */
@Tag("skip-lab")
public class LabPanel extends Component {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One tree for all who look at a sheet, never changed: one each would be most of what a session holds. */
    private static final Map<LabSheet, Map<String, ObjectNode>> SHOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final transient LabSheet sheet;
    private final Language language;

    public LabPanel(LabSheet sheet, Language language) {
        this.sheet = sheet;
        this.language = language;
        show(false);
    }

    /** Shows that the lab opens once a prediction is locked, or opens it. */
    public void closed(boolean closed) {
        getElement().setAttribute("closed", closed);
        show(closed);
    }

    private void show(boolean closed) {
        getElement().setPropertyJson("sheet", shared(sheet, language, closed));
    }

    private static ObjectNode shared(LabSheet sheet, Language language, boolean closed) {
        return SHOWN.computeIfAbsent(sheet, first -> new ConcurrentHashMap<>())
                .computeIfAbsent(language + " " + closed, first -> JSON.valueToTree(sheet(sheet, language, closed)));
    }

    /** A sheet as the element takes it. Closed, it brings no preset, which would tell. */
    public static Map<String, Object> sheet(LabSheet sheet, Language language, boolean closed) {
        var shown = new HashMap<String, Object>();
        var settings = settings(sheet.experiment());
        shown.put("id", sheet.id());
        shown.put("kind", String.valueOf(settings.get("kind")));
        shown.put("question", sheet.question().in(language));
        shown.put("look", sheet.look().in(language));
        shown.put("settings", settings);
        shown.put("inView", sheet.inView());
        shown.put("explores", sheet.experiment().explores());
        shown.put(
                "data",
                sheet.data().stream()
                        .map(data -> Map.of("value", data.value(), "name", data.name()))
                        .toList());
        shown.put(
                "presets",
                (closed ? List.<LabSheet.Preset>of() : sheet.presets())
                        .stream().map(preset -> preset(preset, language)).toList());
        // One by one: a list would lose what kind of control each is.
        shown.put(
                "controls",
                sheet.experiment().controls().stream()
                        .map(control -> json(LabJson.write(control), Map.class))
                        .toList());
        shown.put("closed", closed);
        return shown;
    }

    /** Says where the lab stands alone, relative to the application; a link to its settings leads there. */
    public LabPanel at(String address) {
        getElement().setAttribute("address", address);
        return this;
    }

    /** Takes its settings from the page's address, and keeps them there. */
    public LabPanel alone() {
        getElement().setAttribute("alone", true);
        return this;
    }

    /** Offers to pin: each is called with a run when the person pins it or takes it back. */
    public void pinnable(Consumer<RunId> pin, Consumer<RunId> unpin) {
        getElement().setAttribute("pinnable", true);
        listen("skip-pin", pin);
        listen("skip-unpin", unpin);
    }

    /** Tells which runs are pinned now. */
    public void pinned(Collection<RunId> runs) {
        getElement()
                .setPropertyList("pinned", runs.stream().map(RunId::toString).toList());
    }

    /** Shows one stored run as evidence, with its settings and Replay, and no controls to change. */
    public static LabPanel evidence(LabSheet sheet, RunId run, Language language) {
        var panel = new LabPanel(sheet, language);
        panel.getElement().setAttribute("evidence", run.toString());
        return panel;
    }

    private void listen(String event, Consumer<RunId> listener) {
        getElement()
                .addEventListener(
                        event,
                        (DomEvent heard) -> listener.accept(new RunId(UUID.fromString(
                                heard.getEventData().get("event.detail.run").asString()))))
                .addEventData("event.detail.run");
    }

    private static Map<String, Object> preset(LabSheet.Preset preset, Language language) {
        return Map.of(
                "title", preset.title().in(language),
                "says", preset.says().in(language),
                "breaks", preset.breaks(),
                "settings", settings(preset.experiment()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> settings(io.skipway.lab.Experiment experiment) {
        return json(LabJson.write(experiment), Map.class);
    }

    private static <T> T json(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }
}
