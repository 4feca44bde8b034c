package io.skipway.lab;

import java.util.Map;

/**
 * What is wrong with a file of data, in which line of it, the first being 1. The screens have the sentence for each
 * {@code code}; {@code details} fill it.
 *
 * @param code of the file: {@code empty}, {@code too-long} (bound), {@code not-utf8}, {@code control-character},
 *     {@code quote}; of its header: {@code one-column}, {@code too-many-columns} (found, bound), {@code no-header},
 *     {@code unnamed} (column), {@code named-twice} (name); of a row: {@code fields} (found, expected), {@code no-number}
 *     (column, text), {@code too-great} (column, text), {@code no-class}, {@code long-class} (bound), {@code too-many-classes}
 *     (bound); of the whole: {@code one-class}, {@code few-of-class} (name, found, bound), {@code few-rows} (found, bound) or
 *     {@code many-rows} (bound)
 */
public record DataProblem(int line, String code, Map<String, Object> details) {
    static DataProblem of(int line, String code, Object... namesAndValues) {
        var details = new java.util.TreeMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            details.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new DataProblem(line, code, details);
    }
}
