package io.skipway.courseware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a YAML file says, as maps, lists and texts, of which none is ever changed in place. */
final class YamlTree {
    private YamlTree() {}

    static @Nullable Object at(@Nullable Object here, List<Object> way) {
        for (var step : way) {
            here = switch (here) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list when step instanceof Integer index && index < list.size() -> list.get(index);
                case null, default -> null;
            };
        }
        return here;
    }

    static List<Object> step(List<Object> way, Object more) {
        var longer = new ArrayList<Object>(way);
        longer.add(more);
        return longer;
    }

    /** The same tree with another value in one place, which is made where it is missing. */
    static Map<?, ?> put(Map<?, ?> root, List<Object> way, Object value) {
        return (Map<?, ?>) changed(root, way, value);
    }

    /** The same tree with the entries of one list in another order, or with fewer of them. */
    static Map<?, ?> order(Map<?, ?> root, List<Object> way, List<Integer> order) {
        return at(root, way) instanceof List<?> list
                ? put(root, way, order.stream().map(list::get).toList())
                : root;
    }

    private static Object changed(@Nullable Object here, List<Object> way, Object value) {
        if (way.isEmpty()) {
            return value;
        }
        var step = way.getFirst();
        var rest = way.subList(1, way.size());
        if (step instanceof Integer index) {
            var list = new ArrayList<Object>(here instanceof List<?> old ? old : List.of());
            if (index == list.size()) {
                list.add(changed(null, rest, value));
            } else {
                list.set(index, changed(list.get(index), rest, value));
            }
            return list;
        }
        var map = new LinkedHashMap<Object, Object>(here instanceof Map<?, ?> old ? old : Map.of());
        map.put(step, changed(map.get(step), rest, value));
        return map;
    }
}
