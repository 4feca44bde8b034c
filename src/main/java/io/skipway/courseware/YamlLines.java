package io.skipway.courseware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The lines of a YAML file, and where in them each part stands. Every rewriting is a proposal, empty where the file is
 * written in a way that it does not suit: whoever asked has to read it and see whether it says what it should.
 */
final class YamlLines {
    private static final int NEVER_WRAP = 100_000;

    private final List<String> lines;
    private final Node root;

    /** The text must have been read without a mistake. */
    YamlLines(String text) {
        lines = List.of(text.split("\n", -1));
        root = new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
    }

    /** A value as YAML: multi-line texts as blocks, one key a line. */
    static String dump(Object value) {
        var settings = DumpSettings.builder()
                .setSchema(new FailsafeSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(NEVER_WRAP)
                .setSplitLines(false)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .build();
        return new Dump(settings).dumpToString(value);
    }

    /** Another text where one stands within a line, what follows in the line included. */
    Optional<String> word(List<Object> way, Object value) {
        if (!(node(way) instanceof ScalarNode old) || !(value instanceof String text) || text.contains("\n")) {
            return Optional.empty();
        }
        var start = start(old);
        var end = end(old);
        var block = old.getScalarStyle() == ScalarStyle.LITERAL || old.getScalarStyle() == ScalarStyle.FOLDED;
        if (block || start.getLine() != end.getLine()) {
            return Optional.empty();
        }
        var line = lines.get(start.getLine());
        var flow =
                node(way.subList(0, way.size() - 1)) instanceof MappingNode in && in.getFlowStyle() == FlowStyle.FLOW;
        return Optional.of(replaced(
                start.getLine(),
                start.getLine() + 1,
                List.of(line.substring(0, offset(line, start))
                        + (flow ? quoted(text) : dump(text).strip())
                        + line.substring(offset(line, end)))));
    }

    /** A key that is missing, after the others of its mapping; {@code wanted} has its value. */
    Optional<String> key(List<Object> way, Map<?, ?> wanted) {
        var value = YamlTree.at(wanted, way);
        return node(way.subList(0, way.size() - 1)) instanceof MappingNode in
                        && in.getFlowStyle() == FlowStyle.BLOCK
                        && node(way) == null
                        && value != null
                ? Optional.of(replaced(
                        below(in),
                        below(in),
                        indented(
                                " ".repeat(start(in).getColumn()),
                                start(in).getColumn(),
                                Map.of(way.getLast(), value))))
                : Optional.empty();
    }

    /** One more entry after the last. */
    Optional<String> entry(List<Object> list, Object value) {
        return node(list) instanceof SequenceNode in
                        && in.getFlowStyle() == FlowStyle.BLOCK
                        && !in.getValue().isEmpty()
                ? Optional.of(replaced(below(in), below(in), entry(start(in).getColumn(), value)))
                : Optional.empty();
    }

    /** The entries of a list in another order, or fewer of them, each with the comments above it. */
    Optional<String> order(List<Object> list, List<Integer> order) {
        if (!(node(list) instanceof SequenceNode in) || in.getFlowStyle() != FlowStyle.BLOCK || order.isEmpty()) {
            return Optional.empty();
        }
        var entries = in.getValue();
        var tops = new ArrayList<Integer>();
        for (var i = 0; i < entries.size(); i++) {
            var top = start(entries.get(i)).getLine();
            while (i > 0 && top > below(entries.get(i - 1)) && aside(lines.get(top - 1))) {
                top--;
            }
            tops.add(top);
        }
        tops.add(below(in));
        var parts = order.stream()
                .flatMap(i -> lines.subList(tops.get(i), tops.get(i + 1)).stream())
                .toList();
        return Optional.of(replaced(tops.getFirst(), tops.getLast(), parts));
    }

    /** The part at {@code way} written anew, with what it shall say. */
    Optional<String> anew(List<Object> way, Map<?, ?> wanted) {
        var value = YamlTree.at(wanted, way);
        var old = node(way);
        var parent = node(way.subList(0, way.size() - 1));
        if (old == null || value == null) {
            return Optional.empty();
        }
        if (parent instanceof MappingNode in && in.getFlowStyle() == FlowStyle.BLOCK) {
            var key = start(tuple(in, way.getLast()).orElseThrow().getKeyNode());
            var before = lines.get(key.getLine()).substring(0, offset(lines.get(key.getLine()), key));
            return Optional.of(replaced(
                    key.getLine(), below(old), indented(before, key.getColumn(), Map.of(way.getLast(), value))));
        }
        if (parent instanceof SequenceNode in && in.getFlowStyle() == FlowStyle.BLOCK) {
            return Optional.of(
                    replaced(start(old).getLine(), below(old), entry(start(in).getColumn(), value)));
        }
        return Optional.empty();
    }

    private String replaced(int from, int to, List<String> with) {
        var all = new ArrayList<>(lines.subList(0, from));
        all.addAll(with);
        all.addAll(lines.subList(to, lines.size()));
        return String.join("\n", all);
    }

    private static List<String> entry(int column, Object value) {
        return indented(" ".repeat(column) + "- ", column + 2, value);
    }

    private static List<String> indented(String before, int column, Object value) {
        var written = dump(value).stripTrailing().split("\n", -1);
        var lines = new ArrayList<String>();
        for (var line : written) {
            lines.add(lines.isEmpty() ? before + line : line.isEmpty() ? "" : " ".repeat(column) + line);
        }
        return lines;
    }

    private static String quoted(String text) {
        var plain = dump(text).strip();
        return plain.matches("[^\\[\\]{},\"'&*!|>%@`#:?-][^\\[\\]{},#:]*")
                ? plain
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private @Nullable Node node(List<Object> way) {
        Node here = root;
        for (var step : way) {
            var next =
                    switch (here) {
                        case MappingNode map -> tuple(map, step).map(NodeTuple::getValueNode);
                        case SequenceNode list
                        when step instanceof Integer i && i < list.getValue().size() ->
                            Optional.of(list.getValue().get(i));
                        default -> Optional.<Node>empty();
                    };
            if (next.isEmpty()) {
                return null;
            }
            here = next.get();
        }
        return here;
    }

    private static Optional<NodeTuple> tuple(MappingNode map, Object key) {
        return map.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .findFirst();
    }

    /** The line after the last of a part; what is blank at its end belongs to nobody. */
    private int below(Node node) {
        if (node instanceof MappingNode map
                && map.getFlowStyle() == FlowStyle.BLOCK
                && !map.getValue().isEmpty()) {
            return below(map.getValue().getLast().getValueNode());
        }
        if (node instanceof SequenceNode list
                && list.getFlowStyle() == FlowStyle.BLOCK
                && !list.getValue().isEmpty()) {
            return below(list.getValue().getLast());
        }
        var first = start(node).getLine();
        var end = end(node);
        var below = end.getColumn() == 0 && end.getLine() > first ? end.getLine() : end.getLine() + 1;
        while (below > first + 1 && lines.get(below - 1).isBlank()) {
            below--;
        }
        return Math.min(below, lines.size());
    }

    private static boolean aside(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static int offset(String line, Mark mark) {
        return line.offsetByCodePoints(0, mark.getColumn());
    }

    private static Mark start(Node node) {
        return node.getStartMark().orElseThrow();
    }

    private static Mark end(Node node) {
        return node.getEndMark().orElseThrow();
    }
}
