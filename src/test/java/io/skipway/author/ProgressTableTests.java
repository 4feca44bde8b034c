package io.skipway.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.ui.Wording;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTableTests {
    private final Wording words = Wording.of(ProgressTable.class);

    @Test
    void theCsvHasAColumnForTheStateAndThePointsOfEveryExercise() {
        var progress = new ProgressTable.Progress(
                List.of("essay"),
                List.of("exam"),
                List.of(new ProgressTable.Row(
                        "김민아",
                        "mina",
                        List.of(
                                new ProgressTable.Cell("marked", new BigDecimal("8.5")),
                                new ProgressTable.Cell("sitting", null)),
                        new BigDecimal("8.5"))));
        assertThat(progress.csv(words)).isEqualTo("""
                        "Username","Name","essay","essay, points","exam","exam, points","Total"
                        "mina","김민아","marked","8.5","going on","","8.5"
                        """.replace("\n", "\r\n"));
    }

    @Test
    void aNameThatLooksLikeAFormulaIsMadeHarmless() {
        var progress = new ProgressTable.Progress(
                List.of(),
                List.of(),
                List.of(new ProgressTable.Row("=HYPERLINK(\"x\")", "+eve", List.of(), BigDecimal.ZERO)));
        assertThat(progress.csv(words)).contains("\"'+eve\",\"'=HYPERLINK(\"\"x\"\")\"");
    }
}
