package io.skipway.lab.engine;

import io.skipway.lab.DataTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Gives the engine the file from which an experiment learns, for the time of one computation and on its thread alone. */
public final class FileData {
    private record Given(DataTable table, DataSets.Parts parts) {}

    private static final ScopedValue<Given> GIVEN = ScopedValue.newInstance();

    private FileData() {}

    /** Computes with the file at hand. */
    public static <T, X extends Throwable> T with(DataTable table, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(GIVEN, new Given(table, parts(table))).call(work);
    }

    /** The parts of the file at hand, if that is the one so named. */
    static DataSets.Parts named(String name) {
        return given(name)
                .orElseThrow(() -> new IllegalArgumentException("No data set " + name))
                .parts();
    }

    /** The file at hand, if that is the one so named. */
    static Optional<DataTable> table(String name) {
        return given(name).map(Given::table);
    }

    private static Optional<Given> given(String name) {
        return GIVEN.isBound() && name.endsWith(":" + GIVEN.get().table().digest())
                ? Optional.of(GIVEN.get())
                : Optional.empty();
    }

    /** Four fifths of the rows are learnt from, in an order that the digest gives; so equal files are split alike. */
    private static DataSets.Parts parts(DataTable table) {
        var rows = table.labels().length;
        var order = IntStream.range(0, rows).boxed().collect(java.util.stream.Collectors.toList());
        Collections.shuffle(
                order, new Random(HexFormat.fromHexDigitsToLong(table.digest().substring(0, 16))));
        var training = rows * 4 / 5;
        var features = order.stream().map(row -> table.features()[row].clone()).toArray(double[][]::new);
        clearConstants(features, training);
        return DataSets.split(
                features,
                order.stream().mapToInt(row -> table.labels()[row]).toArray(),
                table.classes().size(),
                training);
    }

    /** The mean of equal numbers is not always that number, and their deviation then not 0. */
    private static void clearConstants(double[][] rows, int training) {
        for (var j = 0; j < rows[0].length; j++) {
            var column = j;
            if (Arrays.stream(rows, 0, training).allMatch(row -> row[column] == rows[0][column])) {
                Arrays.stream(rows).forEach(row -> row[column] = 0);
            }
        }
    }
}
