package io.skipway.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer under way: what it says, the sequence that it was written upon, and its name, which stays when it is repeated. */
record Write(long base, String id, JsonNode response) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LAYERS = 9;
    private static final List<String> RATES = List.of("0.01", "0.02", "0.05", "0.1", "0.2");
    private static final String WORDS =
            "The gradient is a *sum*, $I + J_l$, not \"one product\" \\ 기울기는 곱이 아니라 합입니다. 🧮\t<b>\u0000</b>\n";

    static Write upon(long base, String exercise, RandomGenerator random) {
        return new Write(base, UUID.randomUUID().toString(), JSON.valueToTree(response(exercise, random)));
    }

    /** A text of which nothing is left. */
    static Write blank(long base) {
        return new Write(
                base, UUID.randomUUID().toString(), JSON.valueToTree(Map.of("kind", "text", "markdown", " \n")));
    }

    private static Map<String, Object> response(String exercise, RandomGenerator random) {
        return switch (exercise) {
            // Never the key, so that there is always another try.
            case "uniform-3x3" -> Map.of("kind", "choice", "option", "acd".charAt(random.nextInt(3)) + "");
            case "predict-thirty" -> {
                var curve = new ArrayList<Double>();
                for (var layer = 0; layer < LAYERS; layer++) {
                    curve.add(random.nextInt(-160, 16) / 4.0);
                }
                yield Map.of("kind", "curve", "log10Values", curve);
            }
            case "repair-relus" ->
                Map.of("kind", "settings", "values", Map.of("learningRate", RATES.get(random.nextInt(RATES.size()))));
            default ->
                Map.of("kind", "text", "markdown", random.nextInt() + " " + WORDS.repeat(1 + random.nextInt(10)));
        };
    }
}
