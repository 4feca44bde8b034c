package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTests {
    private static final Map<String, String> DRAWN = Map.of("n", "4", "C", "64", "small", "1e-3", "word", "tanh");

    @ParameterizedTest
    @CsvSource({
        "2*n+1, 9",
        "9*C^2, 36864",
        "0.1+0.2, 0.3",
        "n/3, 1.33333333333333",
        "sqrt(n)+abs(0-n)+max(1;2), 8",
        "log(e)+log10(1000), 4",
        "10^6*n, 4000000",
        "small*2, 0.002",
        "round(pi;2), 3.14"
    })
    void computesInDecimalsAndTellsPlainly(String formula, String value) {
        assertThat(Formulas.value(formula.replace(';', ','), DRAWN).toString()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1/(n-4), Division by zero",
        "n+m, nothing is drawn for \"m\"",
        "word*2, is no number but",
        "n+, operator",
        "random(), Undefined function",
        "fact(n), Undefined function",
        "1 < 2, it gives no number",
        "sqrt(0-n), negative"
    })
    void saysWhyThereIsNoValue(String formula, String why) {
        assertThatThrownBy(() -> Formulas.value(formula, DRAWN))
                .isInstanceOf(Formulas.NoValue.class)
                .hasMessageContaining(why);
    }

    @Test
    void knowsItsNames() {
        assertThat(Formulas.names("9*C*C + n/pi")).containsExactlyInAnyOrder("C", "n");
    }
}
