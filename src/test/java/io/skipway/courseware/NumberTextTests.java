package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.NumberText.Problem;
import io.skipway.courseware.NumberText.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Numbers as people type them; the browser is held to the same table. */
class NumberTextTests {
    static String[] rows() throws IOException {
        return new ClassPathResource("number-texts.tsv", NumberTextTests.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsReadAsItSays(String row) {
        var cells = row.split("\t", -1);
        var reading = NumberText.read(cells[0], cells[1]);
        if (cells[2].startsWith("!")) {
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Reading.Fault.class,
                            fault -> assertThat(fault.problem().code()).isEqualTo(cells[2].substring(1)));
        } else {
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Reading.Value.class,
                            number -> assertThat(number.value()).isEqualByComparingTo(new BigDecimal(cells[2])));
        }
    }

    @Test
    void theTableHasEveryProblem() throws IOException {
        assertThat(rows())
                .extracting(row -> row.split("\t", -1)[2])
                .containsAll(Arrays.stream(Problem.values())
                        .map(problem -> "!" + problem.code())
                        .toList());
    }

    @Test
    void whatIsTypedLongerThanANumberIsReadInNoTime() {
        var reading = NumberText.read("1 ".repeat(NumberText.LONGEST / 2), "");
        assertThat(reading).isInstanceOf(Reading.Fault.class);
        assertThat(NumberText.read("9".repeat(NumberText.LONGEST), "")).isInstanceOf(Reading.Value.class);
    }
}
