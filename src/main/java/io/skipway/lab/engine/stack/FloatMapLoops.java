package io.skipway.lab.engine.stack;

/** {@link MapLoops} in float. */
final class FloatMapLoops implements MapLoops<float[]> {
    @Override
    public double get(float[] values, int index) {
        return values[index];
    }

    @Override
    public void set(float[] values, int index, double value) {
        values[index] = (float) value;
    }

    @Override
    public void copy(double[] from, int start, int length, int at, float[] to) {
        for (var i = 0; i < length; i++) {
            to[at + i] = (float) from[start + i];
        }
    }

    @Override
    public void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    @Override
    public int bytes() {
        return Float.BYTES;
    }

    @Override
    public void centre(float[] mask, double mean, int from, int to, float[] z) {
        var middle = (float) mean;
        for (var i = from; i < to; i++) {
            z[i] = (z[i] - middle) * mask[i];
        }
    }

    @Override
    public void activate(float[] x, float[] mask, double scale, double shift, int from, int to, float[] f) {
        var g = (float) scale;
        var b = (float) shift;
        for (var i = from; i < to; i++) {
            f[i] = Math.max(0, g * x[i] + b * mask[i]);
        }
    }

    @Override
    public void activate(
            float[] skip, float[] x, float[] mask, double scale, double shift, int from, int to, float[] f) {
        var g = (float) scale;
        var b = (float) shift;
        for (var i = from; i < to; i++) {
            f[i] = Math.max(0, skip[i] + g * x[i] + b * mask[i]);
        }
    }

    @Override
    public void normaliseBack(
            float[] dn, float[] x, float[] mask, double s, double a, double b, int from, int to, float[] dz) {
        var factor = (float) s;
        var middle = (float) a;
        var slope = (float) b;
        for (var i = from; i < to; i++) {
            dz[i] = factor * (dn[i] - middle * mask[i] - slope * x[i]);
        }
    }
}
