package io.skipway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataReaderTests {
    private static final String GOOD = Tables.csv(60, 1);

    @Test
    void readsNumbersAndClassesAndNamesTheBytes() {
        var table = DataTable.read(GOOD);
        assertThat(table.columns()).containsExactly("x", "y");
        assertThat(table.classes()).containsExactly("cat", "dog");
        assertThat(table.features()).hasDimensions(60, 2);
        assertThat(table.features()[3]).containsExactly(13.1, 3);
        assertThat(table.labels()).startsWith(0, 1, 0).hasSize(60);
        assertThat(table.digest()).hasSize(64).isEqualTo(DataTable.digest(Tables.bytes(GOOD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", " , "})
    void takesOtherSeparatorsAndSpaces(String separator) {
        assertThat(DataTable.read(GOOD.replace(",", separator)).features())
                .isDeepEqualTo(DataTable.read(GOOD).features());
    }

    @Test
    void takesAMarkQuotesEmptyLinesAndOtherLineEnds() {
        var other = "\ufeff" + GOOD.replace("cat", "\"cat, \"\"tame\"\"\"").replace("\n", "\r\n") + "\r\n\r\n";
        var table = DataTable.read(other);
        assertThat(table.classes()).containsExactly("cat, \"tame\"", "dog");
        assertThat(table.columns()).containsExactly("x", "y");
        assertThat(table.labels()).hasSize(60);
    }

    @Test
    void ordersClassesThatAreNumbersBySize() {
        var rows = IntStream.range(0, 66).mapToObj(i -> i + "," + i % 11).collect(Collectors.joining("\n"));
        assertThat(DataTable.read("x,digit\n" + rows).classes())
                .startsWith("0", "1", "2")
                .endsWith("9", "10");
    }

    @ParameterizedTest
    @CsvSource({
        "1, x, one-column",
        "1, '1,2,3', no-header",
        "1, 'x,,kind', unnamed",
        "1, 'x,x,kind', named-twice",
        "1, 'x,aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbba,kind', long-name",
        "5, '13.1,3', fields",
        "5, '13.1,3,dog,4', fields",
        "5, ',3,dog', no-number",
        "5, 'eleven,3,dog', no-number",
        "5, 'NaN,3,dog', no-number",
        "5, 'Infinity,3,dog', no-number",
        "5, '=1+1,3,dog', no-number",
        "5, '0x1p3,3,dog', no-number",
        "5, '1f,3,dog', no-number",
        "5, '1e999,3,dog', too-great",
        "5, '13.1,3,', no-class",
        "5, '13.1,3,bird', few-of-class",
        "5, '13.1,3,\"dog', quote",
        "5, '13.1,3,aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbba', long-class",
    })
    void saysInWhichLineWhatIsWrong(int line, String wrong, String code) {
        var lines = GOOD.split("\n", -1);
        lines[line - 1] = wrong;
        assertThat(problems(String.join("\n", lines)).getFirst())
                .extracting(DataProblem::line, DataProblem::code)
                .containsExactly(line, code);
    }

    @Test
    void saysWhatIsWrongWithTheWhole() {
        assertThat(only("")).isEqualTo(DataProblem.of(1, "empty"));
        assertThat(only("\n\n")).isEqualTo(DataProblem.of(1, "empty"));
        assertThat(only(Tables.csv(59, 1))).isEqualTo(DataProblem.of(1, "few-rows", "found", 59, "bound", 60));
        assertThat(only(Tables.csv(10_001, 1))).isEqualTo(DataProblem.of(10_002, "many-rows", "bound", 10_000));
        assertThat(only(GOOD.replace("dog", "cat"))).isEqualTo(DataProblem.of(1, "one-class"));
        assertThat(only(GOOD.replace("13.1,", "13\u0000.1,")).code()).isEqualTo("control-character");
        var header = IntStream.range(0, 257).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThat(only(header)).isEqualTo(DataProblem.of(1, "too-many-columns", "found", 257, "bound", 256));
        var classes = IntStream.range(0, 63).mapToObj(i -> i + ",k" + i % 21).collect(Collectors.joining("\n"));
        assertThat(only("x,kind\n" + classes)).isEqualTo(DataProblem.of(22, "too-many-classes", "bound", 20));
        assertThat(only("x,kind\n" + "1,a\n".repeat(DataTable.MOST_BYTES / 4)).code())
                .isEqualTo("too-long");
    }

    @Test
    void saysInWhichLineTheBytesAreNoUtf8() {
        assertThat(problems("x,y,kind\n1,2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(DataProblem.of(2, "not-utf8"));
        assertThat(problems(new byte[] {'x', ',', 'y', '\n', (byte) 0xc3}))
                .containsExactly(DataProblem.of(2, "not-utf8"));
    }

    @Test
    void stopsAtTwentyProblemsAndNamesTheColumn() {
        var problems = problems(GOOD.replace(".1,", ".one,"));
        assertThat(problems).hasSize(20);
        assertThat(problems.getFirst()).isEqualTo(DataProblem.of(2, "no-number", "column", "x", "text", "0.one"));
        assertThat(problems.getLast().line()).isEqualTo(21);
    }

    private static DataProblem only(String csv) {
        assertThat(problems(csv)).hasSize(1);
        return problems(csv).getFirst();
    }

    private static List<DataProblem> problems(String csv) {
        return problems(Tables.bytes(csv));
    }

    private static List<DataProblem> problems(byte[] csv) {
        return catchThrowableOfType(DataRejected.class, () -> DataTable.read(csv))
                .problems();
    }
}
