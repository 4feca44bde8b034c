package io.skipway.lab.engine.stack;

import java.lang.foreign.MemorySegment;

/** {@link Loops} in float, with tanh and the sigmoid by {@link FastTanh}. */
final class FloatLoops implements Loops<float[]> {
    @Override
    public float[] array(int length) {
        return new float[length];
    }

    @Override
    public float[] of(double[] values) {
        var rounded = new float[values.length];
        copy(values, rounded);
        return rounded;
    }

    @Override
    public MemorySegment segment(float[] values) {
        return MemorySegment.ofArray(values);
    }

    @Override
    public void copy(double[] from, float[] to) {
        for (var i = 0; i < to.length; i++) {
            to[i] = (float) from[i];
        }
    }

    @Override
    public double[] doubles(float[] values) {
        var wide = new double[values.length];
        for (var i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @Override
    public double negligible() {
        return 0x1p-56;
    }

    @Override
    public void tanh(float[] z, float[] f) {
        for (var i = 0; i < z.length; i++) {
            f[i] = FastTanh.of(z[i]);
        }
    }

    @Override
    public void sigmoid(float[] z, float[] f) {
        for (var i = 0; i < z.length; i++) {
            f[i] = 0.5f + 0.5f * FastTanh.of(0.5f * z[i]);
        }
    }

    @Override
    public void relu(float[] z, float[] f) {
        for (var i = 0; i < z.length; i++) {
            f[i] = Math.max(0, z[i]);
        }
    }

    @Override
    public void tanhBack(float[] d, float[] f, double s, float[] dz) {
        var factor = (float) s;
        for (var i = 0; i < dz.length; i++) {
            dz[i] = factor * d[i] * (1 - f[i] * f[i]);
        }
    }

    @Override
    public void sigmoidBack(float[] d, float[] f, double s, float[] dz) {
        var factor = (float) s;
        for (var i = 0; i < dz.length; i++) {
            dz[i] = factor * d[i] * (f[i] * (1 - f[i]));
        }
    }

    @Override
    public void reluBack(float[] d, float[] f, double s, float[] dz) {
        var factor = (float) s;
        for (var i = 0; i < dz.length; i++) {
            // 0 or 1, for f is not negative; a branch would keep the loop from being vectorised.
            dz[i] = factor * d[i] * Math.signum(f[i]);
        }
    }

    @Override
    public void add(float[] x, double s, float[] y, float[] sum) {
        var factor = (float) s;
        for (var i = 0; i < sum.length; i++) {
            sum[i] = x[i] + factor * y[i];
        }
    }

    @Override
    public void multiply(float[] x, float[] y, float[] product) {
        for (var i = 0; i < product.length; i++) {
            product[i] = x[i] * y[i];
        }
    }

    @Override
    public void scale(double s, float[] x) {
        var factor = (float) s;
        for (var i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    @Override
    public void affine(float[] x, float[] g, float[] b, float[] y) {
        for (var i = 0; i < y.length; i++) {
            y[i] = x[i] * g[i] + b[i];
        }
    }

    @Override
    public void inverseRoot(float[] variance, double epsilon, float[] inverse) {
        for (var i = 0; i < inverse.length; i++) {
            inverse[i] = (float) (1 / Math.sqrt(variance[i] + epsilon));
        }
    }

    @Override
    public void normaliseBack(float[] a, float[] x, float[] b, float[] s, float[] dz) {
        for (var i = 0; i < dz.length; i++) {
            dz[i] = s[i] * (dz[i] - a[i] - x[i] * b[i]);
        }
    }

    @Override
    public void spread(float[] row, float[] out) {
        for (var start = 0; start < out.length; start += row.length) {
            System.arraycopy(row, 0, out, start, row.length);
        }
    }

    @Override
    public double largest(float[] x) {
        var largest = 0.0f;
        for (var each : x) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    @Override
    public double squares(float[] x, double by) {
        var sum = 0.0;
        for (var each : x) {
            var scaled = each / by;
            sum += scaled * scaled;
        }
        return sum;
    }

    @Override
    public double crossEntropy(float[] logits, int[] labels, float[] d) {
        var classes = logits.length / labels.length;
        var loss = 0.0;
        for (var row = 0; row < labels.length; row++) {
            var start = row * classes;
            double largest = largest(logits, start, classes);
            var sum = 0.0;
            for (var i = start; i < start + classes; i++) {
                var power = Math.exp(logits[i] - largest);
                d[i] = (float) power;
                sum += power;
            }
            loss += Math.log(sum) + largest - logits[start + labels[row]];
            for (var i = start; i < start + classes; i++) {
                d[i] /= (float) (sum * labels.length);
            }
            d[start + labels[row]] -= 1.0f / labels.length;
        }
        return loss / labels.length;
    }

    @Override
    public int hits(float[] logits, int[] labels) {
        var classes = logits.length / labels.length;
        var hits = 0;
        for (var row = 0; row < labels.length; row++) {
            hits += told(logits, row * classes, classes) == labels[row] ? 1 : 0;
        }
        return hits;
    }

    private static int told(float[] logits, int start, int classes) {
        double largest = largest(logits, start, classes);
        var told = 0;
        while (told < classes - 1 && Math.exp(logits[start + told] - largest) != 1) {
            told++;
        }
        return told;
    }

    private static float largest(float[] values, int start, int length) {
        var largest = values[start];
        for (var i = start + 1; i < start + length; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    @Override
    public void descend(float[] g, double rate, float[] p) {
        var r = (float) rate;
        for (var i = 0; i < p.length; i++) {
            p[i] -= r * g[i];
        }
    }

    @Override
    public void nesterov(float[] g, double rate, double momentum, float[] v, float[] p) {
        var r = (float) rate;
        var mu = (float) momentum;
        for (var i = 0; i < p.length; i++) {
            var next = mu * v[i] - r * g[i];
            p[i] += (1 + mu) * next - mu * v[i];
            v[i] = next;
        }
    }

    @Override
    public void adam(
            float[] g, double s, double b1, double b2, double rate, double epsilon, float[] m, float[] v, float[] p) {
        var factor = (float) s;
        var keep1 = (float) b1;
        var take1 = (float) (1 - b1);
        var keep2 = (float) b2;
        var take2 = (float) (1 - b2);
        var r = (float) rate;
        var e = (float) epsilon;
        for (var i = 0; i < p.length; i++) {
            var gradient = factor * g[i];
            var first = keep1 * m[i] + take1 * gradient;
            var second = keep2 * v[i] + take2 * (gradient * gradient);
            m[i] = first;
            v[i] = second;
            p[i] -= r * first / ((float) Math.sqrt(second) + e);
        }
    }
}
