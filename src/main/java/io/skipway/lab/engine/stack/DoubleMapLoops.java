package io.skipway.lab.engine.stack;

/** {@link MapLoops} in double. */
final class DoubleMapLoops implements MapLoops<double[]> {
    @Override
    public double get(double[] values, int index) {
        return values[index];
    }

    @Override
    public void set(double[] values, int index, double value) {
        values[index] = value;
    }

    @Override
    public void copy(double[] from, int start, int length, int at, double[] to) {
        System.arraycopy(from, start, to, at, length);
    }

    @Override
    public void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    @Override
    public int bytes() {
        return Double.BYTES;
    }

    @Override
    public void centre(double[] mask, double mean, int from, int to, double[] z) {
        var middle = mean;
        for (var i = from; i < to; i++) {
            z[i] = (z[i] - middle) * mask[i];
        }
    }

    @Override
    public void activate(double[] x, double[] mask, double scale, double shift, int from, int to, double[] f) {
        var g = scale;
        var b = shift;
        for (var i = from; i < to; i++) {
            f[i] = Math.max(0, g * x[i] + b * mask[i]);
        }
    }

    @Override
    public void activate(
            double[] skip, double[] x, double[] mask, double scale, double shift, int from, int to, double[] f) {
        var g = scale;
        var b = shift;
        for (var i = from; i < to; i++) {
            f[i] = Math.max(0, skip[i] + g * x[i] + b * mask[i]);
        }
    }

    @Override
    public void normaliseBack(
            double[] dn, double[] x, double[] mask, double s, double a, double b, int from, int to, double[] dz) {
        var factor = s;
        var middle = a;
        var slope = b;
        for (var i = from; i < to; i++) {
            dz[i] = factor * (dn[i] - middle * mask[i] - slope * x[i]);
        }
    }
}
