package io.skipway.lab;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares all numbers of two runs, except measured times. The difference of two arrays is norm-wise,
 * {@code |a - b| / max(|a|, |b|)}; a number outside an array is an array of one.
 */
final class Comparing {
    private int values;
    private double greatest;
    private boolean sameBits = true;

    void compare(List<Run.Entry> one, List<Run.Entry> other) {
        if (one.size() != other.size()) {
            differ();
        }
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            compare(tree(one.get(i)), tree(other.get(i)));
        }
    }

    Run.Comparison result(boolean bitForBit, double tolerance) {
        boolean equal = bitForBit ? sameBits : greatest <= tolerance;
        return new Run.Comparison(equal, bitForBit, values, greatest, bitForBit ? 0 : tolerance, 0);
    }

    /** The verdict on the first measurement of each, and how far the rest drifts apart. */
    static Run.Comparison fromEqualParameters(List<Run.Entry> one, List<Run.Entry> other, double tolerance) {
        var first = new Comparing();
        first.compare(head(one), head(other));
        var rest = new Comparing();
        rest.compare(
                one.subList(head(one).size(), one.size()),
                other.subList(head(other).size(), other.size()));
        return new Run.Comparison(
                first.greatest <= tolerance && one.size() == other.size(),
                false,
                first.values,
                first.greatest,
                tolerance,
                rest.greatest);
    }

    private static List<Run.Entry> head(List<Run.Entry> entries) {
        return entries.subList(0, Math.min(1, entries.size()));
    }

    /** Times are of the moment, no property of the experiment; a plane is a picture, of which the reference has none. */
    private static JsonNode tree(Run.Entry entry) {
        return LabJson.tree(
                switch (entry.value()) {
                    case Measurement.Module it ->
                        new Measurement.Module(it.branches(), it.with(), it.without(), null, null);
                    case Measurement.Gradients it -> new Measurement.Gradients(it.step(), it.plain(), it.residual());
                    case Measurement it -> it;
                });
    }

    private void compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            norms(List.of(one), List.of(other));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            arrays(one, other);
        } else if (one.isObject() && other.isObject() && one.size() == other.size()) {
            one.forEachEntry((name, value) -> compare(value, other.path(name)));
        } else if (!one.equals(other)) {
            differ();
        }
    }

    private void arrays(JsonNode one, JsonNode other) {
        var these = new ArrayList<JsonNode>();
        var those = new ArrayList<JsonNode>();
        numbers(one, other, these, those);
        norms(these, those);
    }

    /** The numbers of a matrix are one array too; what has left the range, or is no number, is compared by itself. */
    private void numbers(JsonNode one, JsonNode other, List<JsonNode> these, List<JsonNode> those) {
        for (int i = 0; i < one.size(); i++) {
            var a = one.get(i);
            var b = other.get(i);
            if (a.isNumber() && b.isNumber()) {
                these.add(a);
                those.add(b);
            } else if (a.isArray() && b.isArray() && a.size() == b.size()) {
                numbers(a, b, these, those);
            } else {
                compare(a, b);
            }
        }
    }

    private void norms(List<JsonNode> one, List<JsonNode> other) {
        double scale = 0;
        for (int i = 0; i < one.size(); i++) {
            double a = one.get(i).asDouble();
            double b = other.get(i).asDouble();
            scale = Math.max(scale, Math.max(Math.abs(a), Math.abs(b)));
            sameBits &= Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
        }
        values += one.size();
        greatest = Math.max(greatest, scale == 0 ? 0 : difference(one, other, scale));
    }

    /** Divided by the largest number first: squares of very small and very large ones leave the range. */
    private static double difference(List<JsonNode> one, List<JsonNode> other, double scale) {
        double difference = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.size(); i++) {
            double a = one.get(i).asDouble() / scale;
            double b = other.get(i).asDouble() / scale;
            difference += (a - b) * (a - b);
            first += a * a;
            second += b * b;
        }
        return Math.sqrt(difference / Math.max(first, second));
    }

    /** Something is there on one side only, or is no number on one. */
    private void differ() {
        sameBits = false;
        greatest = Double.POSITIVE_INFINITY;
    }
}
