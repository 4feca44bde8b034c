package io.skipway.lab.engine;

/** Euclidean norms and the like in double, safe against underflow and overflow of the squares. */
final class Norms {
    private Norms() {}

    /**
     * The Euclidean norm, scaled by the largest element first: sums of squares leave the range of double long before the
     * norm does (below 1e-154, above 1e154).
     */
    static double euclidean(double[] values) {
        var largest = 0.0;
        for (var value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        var sum = 0.0;
        for (var value : values) {
            var scaled = value / largest;
            sum += scaled * scaled;
        }
        return largest * Math.sqrt(sum);
    }

    /** |a - b| / max(|a|, |b|), and 0 where both vanish. */
    static double difference(double[] a, double[] b) {
        var apart = new double[a.length];
        for (var i = 0; i < a.length; i++) {
            apart[i] = a[i] - b[i];
        }
        var greatest = Math.max(euclidean(a), euclidean(b));
        return greatest == 0 ? 0 : euclidean(apart) / greatest;
    }

    /** The angle between two vectors in degrees; 0 where one of them vanishes. */
    static double angleDegrees(double[] a, double[] b) {
        var na = euclidean(a);
        var nb = euclidean(b);
        if (na == 0 || nb == 0) {
            return 0;
        }
        var cosine = 0.0;
        for (var i = 0; i < a.length; i++) {
            cosine += a[i] / na * (b[i] / nb);
        }
        return Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)));
    }

    static double[] plus(double[] a, double[] b) {
        var sum = new double[a.length];
        for (var i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    static double[] times(double[] a, double factor) {
        var product = new double[a.length];
        for (var i = 0; i < a.length; i++) {
            product[i] = a[i] * factor;
        }
        return product;
    }
}
