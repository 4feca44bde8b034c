package io.skipway.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTableTests {
    @Test
    void theCsvHasAColumnForTheStateAndThePointsOfEveryExercise() {
        var progress = new ProgressTable.Progress(
                List.of("essay"),
                List.of(new ProgressTable.Row(
                        "김민아",
                        "mina",
                        List.of(new ProgressTable.Cell("marked", new BigDecimal("8.5"))),
                        new BigDecimal("8.5"))));
        assertThat(progress.csv(state -> state.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo("""
                        "username","name","essay","essay points","total"
                        "mina","김민아","MARKED","8.5","8.5"
                        """.replace("\n", "\r\n"));
    }

    @Test
    void aNameThatLooksLikeAFormulaIsMadeHarmless() {
        var progress = new ProgressTable.Progress(
                List.of(), List.of(new ProgressTable.Row("=HYPERLINK(\"x\")", "+eve", List.of(), BigDecimal.ZERO)));
        assertThat(progress.csv(state -> state)).contains("\"'+eve\",\"'=HYPERLINK(\"\"x\"\")\"");
    }
}
