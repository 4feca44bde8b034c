package io.skipway.player;

import com.vaadin.flow.dom.Element;
import io.skipway.courseware.Question;
import io.skipway.lab.LabJson;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the element of a repair is given: the dials, where they stand in the sick network, and what is to be reached. */
final class RepairField {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RepairField() {}

    static void dials(Element element, Question.Repair repair) {
        element.setAttribute("kind", "repair");
        element.setPropertyMap(
                "sick",
                Map.of(
                        "settings", map(repair.experiment()),
                        "dials", repair.dials().stream().map(RepairField::map).toList(),
                        "seeds", repair.seeds(),
                        "goals",
                                repair.goals().stream()
                                        .map(goal -> Map.of("accuracy", goal.accuracy(), "points", goal.points()))
                                        .toList()));
    }

    private static Map<?, ?> map(Object value) {
        return JSON.readValue(LabJson.write(value), Map.class);
    }
}
