package io.skipway.courseware;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.Log10Function;
import com.ezylang.evalex.functions.basic.LogFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes a number from what was drawn: {@code + - * / ^}, brackets, {@code sqrt abs min max round floor ceiling log log10}
 * ({@code log} the natural one), {@code pi} and {@code e}. Nothing random, nothing that takes long.
 */
public final class Formulas {
    /** In characters. */
    public static final int LONGEST = 200;

    private static final MathContext TOLD = new MathContext(15);
    private static final ExpressionConfiguration ARITHMETIC = ExpressionConfiguration.builder()
            .functionDictionary(MapBasedFunctionDictionary.ofFunctions(
                    Map.entry("SQRT", new SqrtFunction()),
                    Map.entry("ABS", new AbsFunction()),
                    Map.entry("MIN", new MinFunction()),
                    Map.entry("MAX", new MaxFunction()),
                    Map.entry("ROUND", new RoundFunction()),
                    Map.entry("FLOOR", new FloorFunction()),
                    Map.entry("CEILING", new CeilingFunction()),
                    Map.entry("LOG", new LogFunction()),
                    Map.entry("LOG10", new Log10Function())))
            .arraysAllowed(false)
            .structuresAllowed(false)
            .implicitMultiplicationAllowed(false)
            .allowOverwriteConstants(false)
            .build();

    private Formulas() {}

    /** That a formula is none, or has no value; the message says why. */
    public static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoValue(String message) {
            super(message);
        }
    }

    /**
     * Its value, to 15 digits.
     *
     * @throws NoValue if it can't be read, names what is not there or is no number, or divides by 0
     */
    public static BigDecimal value(String formula, Map<String, String> values) {
        try {
            var expression = new Expression(formula, ARITHMETIC);
            var names = expression.getUndefinedVariables();
            var unknown = new TreeSet<>(names);
            unknown.removeAll(values.keySet());
            if (!unknown.isEmpty()) {
                throw new NoValue("nothing is drawn for \"%s\"".formatted(unknown.first()));
            }
            for (var name : names) {
                expression.with(name, number(name, values.getOrDefault(name, "")));
            }
            var value = expression.evaluate();
            if (!value.isNumberValue()) {
                throw new NoValue("it gives no number");
            }
            return plain(value.getNumberValue().round(TOLD));
        } catch (EvaluationException | ParseException | ArithmeticException e) {
            throw new NoValue(String.valueOf(e.getMessage()));
        }
    }

    /** The names that stand in it; nothing where it can't be read. */
    public static Set<String> names(String formula) {
        try {
            return new Expression(formula, ARITHMETIC).getUndefinedVariables();
        } catch (ParseException e) {
            throw new NoValue(String.valueOf(e.getMessage()));
        }
    }

    private static BigDecimal number(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new NoValue("\"%s\" is no number but \"%s\"".formatted(name, text));
        }
    }

    /** Without zeros at the end, and without an exponent where it can be written out shortly. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -TOLD.getPrecision() ? stripped.setScale(0) : stripped;
    }
}
