package io.skipway.lab.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** What the networks learn from: real digits, and two sets in the plane. */
final class DataSets {
    /** The first 1,437 of 1,797 digits are for training; the means and deviations are theirs. */
    private static final int DIGITS = 1797;

    private static final int DIGITS_TO_TRAIN = 1437;

    private static final int PIXELS = 64;
    private static final int POINTS = 900;
    private static final int POINTS_TO_TRAIN = 600;

    private DataSets() {}

    /** Features [n][inputs] and labels [n] below {@code classes}; nobody writes into them. */
    static final class Examples {
        private final double[][] features;
        private final int[] labels;
        private final int classes;

        Examples(double[][] features, int[] labels, int classes) {
            this.features = features;
            this.labels = labels;
            this.classes = classes;
        }

        int size() {
            return labels.length;
        }

        int inputs() {
            return features[0].length;
        }

        int classes() {
            return classes;
        }

        double[] features(int example) {
            return features[example];
        }

        int label(int example) {
            return labels[example];
        }

        /**
         * Draws as many as there are labels, with replacement.
         *
         * @param features becomes [labels, inputs], row by row
         */
        void draw(Random draws, double[] features, int[] labels) {
            var inputs = inputs();
            for (var i = 0; i < labels.length; i++) {
                var chosen = draws.nextInt(size());
                System.arraycopy(this.features[chosen], 0, features, i * inputs, inputs);
                labels[i] = this.labels[chosen];
            }
        }

        /** The first so many, row by row: [many, inputs]. */
        double[] rows(int many) {
            var inputs = inputs();
            var rows = new double[many * inputs];
            for (var i = 0; i < many; i++) {
                System.arraycopy(features[i], 0, rows, i * inputs, inputs);
            }
            return rows;
        }

        int[] labels(int many) {
            return Arrays.copyOf(labels, many);
        }
    }

    /** What is learnt from, and what is only asked about. */
    record Parts(Examples training, Examples test) {}

    private static final class Digits {
        static final Parts PARTS = digits();
    }

    /** The training part of a set. */
    static Examples training(String name) {
        return parts(name).training();
    }

    /** Both parts; {@code moons} and {@code spirals} are drawn from a seed of their own, a file is at hand by {@link FileData}. */
    static Parts parts(String name) {
        return switch (name) {
            case "digits" -> Digits.PARTS;
            case "moons" -> moons();
            case "spirals" -> spirals();
            default -> FileData.named(name);
        };
    }

    private static Parts digits() {
        var features = new double[DIGITS][PIXELS];
        var labels = new int[DIGITS];
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(DataSets.class.getResourceAsStream("digits.csv.gz"))),
                StandardCharsets.UTF_8))) {
            for (var i = 0; i < DIGITS; i++) {
                var numbers = Objects.requireNonNull(lines.readLine()).split(",", -1);
                for (var j = 0; j < PIXELS; j++) {
                    features[i][j] = Double.parseDouble(numbers[j]);
                }
                labels[i] = (int) Double.parseDouble(numbers[PIXELS]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return split(features, labels, 10, DIGITS_TO_TRAIN);
    }

    /** The first rows are learnt from, and give the mean and deviation by which all are standardised. */
    static Parts split(double[][] features, int[] labels, int classes, int training) {
        standardise(features, training);
        var rows = features.length;
        return new Parts(
                new Examples(Arrays.copyOf(features, training), Arrays.copyOf(labels, training), classes),
                new Examples(
                        Arrays.copyOfRange(features, training, rows),
                        Arrays.copyOfRange(labels, training, rows),
                        classes));
    }

    /** Each column to mean 0 and standard deviation 1 over the first rows; a column that never changes there becomes 0. */
    private static void standardise(double[][] rows, int training) {
        for (var j = 0; j < rows[0].length; j++) {
            var column = j;
            var mean = Arrays.stream(rows, 0, training)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            var deviation = Math.sqrt(Arrays.stream(rows, 0, training)
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .average()
                    .orElseThrow());
            for (var row : rows) {
                row[column] = deviation == 0 ? 0 : (row[column] - mean) / deviation;
            }
        }
    }

    private static Parts moons() {
        var random = new Random(1);
        var features = new double[POINTS][];
        var labels = new int[POINTS];
        for (var i = 0; i < POINTS; i++) {
            labels[i] = i % 2;
            var angle = Math.PI * random.nextDouble();
            var x = labels[i] == 0 ? Math.cos(angle) : 1 - Math.cos(angle);
            var y = labels[i] == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
            features[i] = new double[] {x + 0.1 * random.nextGaussian(), y + 0.1 * random.nextGaussian()};
        }
        return split(features, labels, 2, POINTS_TO_TRAIN);
    }

    private static Parts spirals() {
        var random = new Random(2);
        var features = new double[POINTS][];
        var labels = new int[POINTS];
        for (var i = 0; i < POINTS; i++) {
            labels[i] = i % 2;
            var radius = 0.1 + 0.9 * random.nextDouble();
            var angle = 3.5 * Math.PI * radius + labels[i] * Math.PI;
            features[i] = new double[] {
                radius * Math.cos(angle) + 0.02 * random.nextGaussian(),
                radius * Math.sin(angle) + 0.02 * random.nextGaussian()
            };
        }
        return split(features, labels, 2, POINTS_TO_TRAIN);
    }
}
