package io.skipway.lab.engine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The benchmark's last line: the times of the stack engine in float, and of each ratio the worst of all depths. */
final class Ratios {
    private final Map<String, Double> times = new LinkedHashMap<>();
    private final Map<String, Double> worst = new LinkedHashMap<>();

    void add(Subject subject, Map<String, Double> medians) {
        double stack = medians.getOrDefault("stack, float", Double.NaN);
        double pytorch = medians.getOrDefault("PyTorch", Double.NaN) / stack;
        switch (subject) {
            case Subject.Dense dense -> {
                times.put("dense" + dense.depth() + (dense.norm().equals("batch") ? "_batch" : ""), stack);
                worst.merge("vs_tfjs", medians.getOrDefault("TensorFlow.js", Double.NaN) / stack, Math::min);
                worst.merge("vs_pytorch", pytorch, Math::min);
                worst.merge("vs_floor", stack / medians.getOrDefault("floor, float", Double.NaN), Math::max);
            }
            case Subject.Images images -> {
                times.put("conv" + images.depth(), stack);
                worst.merge("conv_vs_pytorch", pytorch, Math::min);
            }
        }
    }

    @Override
    public String toString() {
        var both = new LinkedHashMap<String, String>();
        times.forEach((name, time) -> both.put(name, String.format(Locale.ROOT, "%.3f", time)));
        worst.forEach((name, ratio) -> both.put(name, String.format(Locale.ROOT, "%.2f", ratio)));
        return both.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
