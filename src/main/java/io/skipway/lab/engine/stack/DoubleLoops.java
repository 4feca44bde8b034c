package io.skipway.lab.engine.stack;

import java.lang.foreign.MemorySegment;

/** {@link Loops} in double. */
final class DoubleLoops implements Loops<double[]> {
    @Override
    public double[] array(int length) {
        return new double[length];
    }

    @Override
    public double[] of(double[] values) {
        return values.clone();
    }

    @Override
    public MemorySegment segment(double[] values) {
        return MemorySegment.ofArray(values);
    }

    @Override
    public void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    @Override
    public double[] doubles(double[] values) {
        return values.clone();
    }

    @Override
    public double negligible() {
        return 0x1p-480;
    }

    @Override
    public void tanh(double[] z, double[] f) {
        for (var i = 0; i < z.length; i++) {
            f[i] = Math.tanh(z[i]);
        }
    }

    @Override
    public void sigmoid(double[] z, double[] f) {
        for (var i = 0; i < z.length; i++) {
            f[i] = 1 / (1 + Math.exp(-z[i]));
        }
    }

    @Override
    public void relu(double[] z, double[] f) {
        for (var i = 0; i < z.length; i++) {
            f[i] = Math.max(0, z[i]);
        }
    }

    @Override
    public void tanhBack(double[] d, double[] f, double s, double[] dz) {
        var factor = s;
        for (var i = 0; i < dz.length; i++) {
            dz[i] = factor * d[i] * (1 - f[i] * f[i]);
        }
    }

    @Override
    public void sigmoidBack(double[] d, double[] f, double s, double[] dz) {
        var factor = s;
        for (var i = 0; i < dz.length; i++) {
            dz[i] = factor * d[i] * (f[i] * (1 - f[i]));
        }
    }

    @Override
    public void reluBack(double[] d, double[] f, double s, double[] dz) {
        var factor = s;
        for (var i = 0; i < dz.length; i++) {
            // 0 or 1, for f is not negative; a branch would keep the loop from being vectorised.
            dz[i] = factor * d[i] * Math.signum(f[i]);
        }
    }

    @Override
    public void add(double[] x, double s, double[] y, double[] sum) {
        var factor = s;
        for (var i = 0; i < sum.length; i++) {
            sum[i] = x[i] + factor * y[i];
        }
    }

    @Override
    public void multiply(double[] x, double[] y, double[] product) {
        for (var i = 0; i < product.length; i++) {
            product[i] = x[i] * y[i];
        }
    }

    @Override
    public void scale(double s, double[] x) {
        var factor = s;
        for (var i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    @Override
    public void affine(double[] x, double[] g, double[] b, double[] y) {
        for (var i = 0; i < y.length; i++) {
            y[i] = x[i] * g[i] + b[i];
        }
    }

    @Override
    public void inverseRoot(double[] variance, double epsilon, double[] inverse) {
        for (var i = 0; i < inverse.length; i++) {
            inverse[i] = (1 / Math.sqrt(variance[i] + epsilon));
        }
    }

    @Override
    public void normaliseBack(double[] a, double[] x, double[] b, double[] s, double[] dz) {
        for (var i = 0; i < dz.length; i++) {
            dz[i] = s[i] * (dz[i] - a[i] - x[i] * b[i]);
        }
    }

    @Override
    public void spread(double[] row, double[] out) {
        for (var start = 0; start < out.length; start += row.length) {
            System.arraycopy(row, 0, out, start, row.length);
        }
    }

    @Override
    public double largest(double[] x) {
        var largest = 0.0;
        for (var each : x) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    @Override
    public double squares(double[] x, double by) {
        var sum = 0.0;
        for (var each : x) {
            var scaled = each / by;
            sum += scaled * scaled;
        }
        return sum;
    }

    @Override
    public double crossEntropy(double[] logits, int[] labels, double[] d) {
        var classes = logits.length / labels.length;
        var loss = 0.0;
        for (var row = 0; row < labels.length; row++) {
            var start = row * classes;
            double largest = largest(logits, start, classes);
            var sum = 0.0;
            for (var i = start; i < start + classes; i++) {
                var power = Math.exp(logits[i] - largest);
                d[i] = power;
                sum += power;
            }
            loss += Math.log(sum) + largest - logits[start + labels[row]];
            for (var i = start; i < start + classes; i++) {
                d[i] /= (sum * labels.length);
            }
            d[start + labels[row]] -= 1.0 / labels.length;
        }
        return loss / labels.length;
    }

    @Override
    public int hits(double[] logits, int[] labels) {
        var classes = logits.length / labels.length;
        var hits = 0;
        for (var row = 0; row < labels.length; row++) {
            hits += told(logits, row * classes, classes) == labels[row] ? 1 : 0;
        }
        return hits;
    }

    private static int told(double[] logits, int start, int classes) {
        double largest = largest(logits, start, classes);
        var told = 0;
        while (told < classes - 1 && Math.exp(logits[start + told] - largest) != 1) {
            told++;
        }
        return told;
    }

    private static double largest(double[] values, int start, int length) {
        var largest = values[start];
        for (var i = start + 1; i < start + length; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    @Override
    public void descend(double[] g, double rate, double[] p) {
        var r = rate;
        for (var i = 0; i < p.length; i++) {
            p[i] -= r * g[i];
        }
    }

    @Override
    public void nesterov(double[] g, double rate, double momentum, double[] v, double[] p) {
        var r = rate;
        var mu = momentum;
        for (var i = 0; i < p.length; i++) {
            var next = mu * v[i] - r * g[i];
            p[i] += (1 + mu) * next - mu * v[i];
            v[i] = next;
        }
    }

    @Override
    public void adam(
            double[] g,
            double s,
            double b1,
            double b2,
            double rate,
            double epsilon,
            double[] m,
            double[] v,
            double[] p) {
        var factor = s;
        var keep1 = b1;
        var take1 = (1 - b1);
        var keep2 = b2;
        var take2 = (1 - b2);
        var r = rate;
        var e = epsilon;
        for (var i = 0; i < p.length; i++) {
            var gradient = factor * g[i];
            var first = keep1 * m[i] + take1 * gradient;
            var second = keep2 * v[i] + take2 * (gradient * gradient);
            m[i] = first;
            v[i] = second;
            p[i] -= r * first / (Math.sqrt(second) + e);
        }
    }
}
