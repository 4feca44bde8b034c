package io.skipway.lab;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one CSV file, and notes what is wrong with it until it is enough. */
final class DataReader {
    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_NAME = 40;
    /** Its square is a number still, and so are the sums of those. */
    private static final double GREATEST = 1e100;

    /** Ends the reading: nothing that follows could be understood, or there is enough to mend. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough problems", null, false, false);
        }
    }

    /** A class, the line in which it was met first, and how often it was met. */
    private record Met(int line, int rows) {}

    private final String digest;
    private final List<DataProblem> problems = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private final List<double[]> features = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Met> classes = new LinkedHashMap<>();

    DataReader(String digest) {
        this.digest = digest;
    }

    DataTable read(byte[] bytes) {
        try {
            rows(lines(bytes));
            whole();
        } catch (Enough e) {
            // What was found so far is told.
        }
        if (!problems.isEmpty()) {
            throw new DataRejected(problems);
        }
        var names = classes.keySet().stream().sorted(order()).toList();
        return new DataTable(
                digest,
                List.copyOf(header.subList(0, header.size() - 1)),
                names,
                features.toArray(double[][]::new),
                labels.stream().mapToInt(names::indexOf).toArray());
    }

    private String[] lines(byte[] bytes) {
        if (bytes.length > DataTable.MOST_BYTES) {
            throw last(DataProblem.of(1, "too-long", "bound", DataTable.MOST_BYTES));
        }
        var text = text(bytes);
        var lines = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\r\n|\r|\n", -1);
        for (var i = 0; i < lines.length; i++) {
            if (lines[i].chars().anyMatch(c -> c < ' ' && c != '\t')) {
                throw last(DataProblem.of(i + 1, "control-character"));
            }
        }
        return lines;
    }

    private String text(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            var before = out.flip().toString();
            throw last(DataProblem.of(before.split("\r\n|\r|\n", -1).length, "not-utf8"));
        }
        return out.flip().toString();
    }

    private void rows(String[] lines) {
        var separator = ',';
        for (var i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            if (header.isEmpty()) {
                separator = separator(lines[i]);
                header(i + 1, fields(i + 1, lines[i], separator));
            } else if (labels.size() == DataTable.MOST_ROWS) {
                throw last(DataProblem.of(i + 1, "many-rows", "bound", DataTable.MOST_ROWS));
            } else {
                row(i + 1, fields(i + 1, lines[i], separator));
            }
        }
        if (header.isEmpty()) {
            throw last(DataProblem.of(1, "empty"));
        }
    }

    /** That which stands most often in the header. */
    private static char separator(String header) {
        return requireNonNull(List.of(',', ';', '\t').stream()
                .max(Comparator.comparingLong(
                        it -> header.chars().filter(c -> c == it).count()))
                .orElse(','));
    }

    /** The fields of a line; one in quotes may hold a separator, and a quote twice. */
    private List<String> fields(int line, String text, char separator) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(++i));
            } else if (c == '"' && (quoted || field.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw last(DataProblem.of(line, "quote"));
        }
        fields.add(field.toString().strip());
        return fields;
    }

    private void header(int line, List<String> names) {
        header.addAll(names);
        if (names.size() < 2) {
            throw last(DataProblem.of(line, "one-column"));
        }
        if (names.size() > DataTable.MOST_COLUMNS) {
            throw last(
                    DataProblem.of(line, "too-many-columns", "found", names.size(), "bound", DataTable.MOST_COLUMNS));
        }
        if (names.subList(0, names.size() - 1).stream().allMatch(name -> Double.isFinite(number(name)))) {
            add(DataProblem.of(line, "no-header"));
            return;
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                add(DataProblem.of(line, "unnamed", "column", i + 1));
            } else if (names.get(i).length() > LONGEST_NAME) {
                add(DataProblem.of(line, "long-name", "column", i + 1, "bound", LONGEST_NAME));
            } else if (!seen.add(names.get(i))) {
                add(DataProblem.of(line, "named-twice", "name", shortened(names.get(i))));
            }
        }
    }

    private void row(int line, List<String> fields) {
        if (fields.size() != header.size()) {
            add(DataProblem.of(line, "fields", "found", fields.size(), "expected", header.size()));
            return;
        }
        var values = new double[fields.size() - 1];
        for (var i = 0; i < values.length; i++) {
            var text = fields.get(i);
            values[i] = number(text);
            if (Double.isNaN(values[i])) {
                add(DataProblem.of(line, "no-number", "column", name(i), "text", shortened(text)));
            } else if (Math.abs(values[i]) > GREATEST) {
                add(DataProblem.of(line, "too-great", "column", name(i), "text", shortened(text)));
            }
        }
        features.add(values);
        label(line, fields.getLast());
    }

    private void label(int line, String label) {
        labels.add(label);
        if (label.isEmpty()) {
            add(DataProblem.of(line, "no-class"));
        } else if (label.length() > LONGEST_NAME) {
            add(DataProblem.of(line, "long-class", "bound", LONGEST_NAME));
        } else {
            var met = classes.getOrDefault(label, new Met(line, 0));
            classes.put(label, new Met(met.line(), met.rows() + 1));
            if (classes.size() > DataTable.MOST_CLASSES) {
                throw last(DataProblem.of(line, "too-many-classes", "bound", DataTable.MOST_CLASSES));
            }
        }
    }

    private void whole() {
        if (!problems.isEmpty()) {
            return;
        }
        if (labels.size() < DataTable.FEWEST_ROWS) {
            add(DataProblem.of(1, "few-rows", "found", labels.size(), "bound", DataTable.FEWEST_ROWS));
        } else if (classes.size() < 2) {
            add(DataProblem.of(1, "one-class"));
        }
        classes.forEach((name, met) -> {
            if (met.rows() < DataTable.FEWEST_OF_CLASS) {
                add(DataProblem.of(
                        met.line(),
                        "few-of-class",
                        "name",
                        shortened(name),
                        "found",
                        met.rows(),
                        "bound",
                        DataTable.FEWEST_OF_CLASS));
            }
        });
    }

    /** Numbers as programs write them, and nothing that Java alone takes for one, such as 1f or 0x1p3. */
    private static double number(String text) {
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?") ? Double.parseDouble(text) : Double.NaN;
    }

    private String name(int column) {
        var name = header.get(column);
        return name.isEmpty() ? String.valueOf(column + 1) : shortened(name);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }

    private Comparator<String> order() {
        var numeric = classes.keySet().stream().noneMatch(name -> Double.isNaN(number(name)));
        return numeric
                ? Comparator.<String>comparingDouble(DataReader::number).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
    }

    private void add(DataProblem problem) {
        problems.add(problem);
        if (problems.size() == MOST_PROBLEMS) {
            throw new Enough();
        }
    }

    private Enough last(DataProblem problem) {
        problems.add(problem);
        return new Enough();
    }
}
