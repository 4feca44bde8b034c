package io.skipway.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.courseware.Words;
import io.skipway.lab.Bottleneck;
import io.skipway.lab.RunId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LabPanelTests {
    private static final Bottleneck PUBLISHED = new Bottleneck(192, 96, 16, 32, "both", 7);
    private static final LabSheet SHEET = new LabSheet(
            "bottleneck",
            new Words("얼마나 무겁습니까?", "How heavy?"),
            new Words("비교해 보십시오.", "Compare."),
            PUBLISHED,
            List.of("reduce3x3", "reduce5x5"),
            List.of(new LabSheet.Preset(
                    new Words("좁은 입력", "A narrow input"),
                    new Words("더 무겁습니다.", "It is heavier."),
                    true,
                    new Bottleneck(64, 96, 16, 32, "both", 7))));

    @Test
    void theSheetHasTheWordsOfItsLanguageAndTheSettingsByTheirNames() {
        var sheet = sheet(new LabPanel(SHEET, Language.KO));
        assertThat(sheet.path("kind").asString()).isEqualTo("bottleneck");
        assertThat(sheet.path("question").asString()).isEqualTo("얼마나 무겁습니까?");
        assertThat(sheet.at("/settings/kind").asString()).isEqualTo("bottleneck");
        assertThat(sheet.at("/settings/inputChannels").asInt()).isEqualTo(192);
        assertThat(sheet.at("/inView/1").asString()).isEqualTo("reduce5x5");
        assertThat(sheet(new LabPanel(SHEET, Language.EN)).path("look").asString())
                .isEqualTo("Compare.");
    }

    @Test
    void everyControlSaysWhatKindItIsAndItsRange() {
        var controls = sheet(new LabPanel(SHEET, Language.EN)).path("controls");
        assertThat(controls.size()).isEqualTo(PUBLISHED.controls().size());
        assertThat(controls.at("/0/type").asString()).isEqualTo("whole");
        assertThat(controls.at("/0/max").asInt()).isEqualTo(832);
        assertThat(controls.at("/4/type").asString()).isEqualTo("choice");
        assertThat(controls.at("/4/options/0").asString()).isEqualTo("both");
    }

    @Test
    void aPresetIsMarkedWhereItBreaksTheClaimAndCarriesWholeSettings() {
        var preset = sheet(new LabPanel(SHEET, Language.EN)).at("/presets/0");
        assertThat(preset.path("breaks").asBoolean()).isTrue();
        assertThat(preset.at("/settings/inputChannels").asInt()).isEqualTo(64);
        assertThat(preset.at("/settings/seed").asInt()).isEqualTo(7);
    }

    @Test
    void aClosedLabBringsNoPresetThatWouldTellAndOpensWithAll() {
        var panel = new LabPanel(SHEET, Language.EN);
        panel.closed(true);
        assertThat(panel.getElement().hasAttribute("closed")).isTrue();
        assertThat(sheet(panel).toString()).doesNotContain("It is heavier.");
        panel.closed(false);
        assertThat(panel.getElement().hasAttribute("closed")).isFalse();
        assertThat(sheet(panel).at("/presets/0/says").asString()).isEqualTo("It is heavier.");
    }

    @Test
    void evidenceNamesItsRunAndOffersNoPins() {
        var run = new RunId(UUID.randomUUID());
        var element = LabPanel.evidence(SHEET, run, Language.EN).getElement();
        assertThat(element.getAttribute("evidence")).isEqualTo(run.toString());
        assertThat(element.hasAttribute("pinnable")).isFalse();
    }

    @Test
    void pinsAreOfferedOnlyWhereSomeoneListens() {
        var panel = new LabPanel(SHEET, Language.EN);
        var run = new RunId(UUID.randomUUID());
        panel.pinnable(pinned -> {}, unpinned -> {});
        panel.pinned(List.of(run));
        assertThat(panel.getElement().hasAttribute("pinnable")).isTrue();
        assertThat(property(panel.getElement(), "pinned").path(0).asString()).isEqualTo(run.toString());
    }

    private static JsonNode sheet(Component panel) {
        return property(panel.getElement(), "sheet");
    }

    private static JsonNode property(Element element, String name) {
        return (JsonNode) element.getPropertyRaw(name);
    }
}
