package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.NumberKey;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTests {
    private static final NumberKey FORMULA = new NumberKey.Formula("a / b");

    @Test
    void aComputedKeyIsToldWithSixFigures() {
        assertThat(Numbers.told(FORMULA, new BigDecimal("807.793566946316"))).isEqualTo("807.794");
    }

    @Test
    void aWholeKeyKeepsAllItsFigures() {
        assertThat(Numbers.told(FORMULA, new BigDecimal("1849688064.0"))).isEqualTo("1849688064.0");
        var given = new BigDecimal("3.14159265");
        assertThat(Numbers.told(new NumberKey.Given(given), given)).isEqualTo(given);
    }
}
