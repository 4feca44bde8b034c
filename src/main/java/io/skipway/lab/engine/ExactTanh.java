package io.skipway.lab.engine;

import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * tanh by Java. The library's own is right to 1e-16 of 1, not of itself: what is smaller becomes 0, and with it the weight
 * gradients of a deep network in which activations vanish.
 */
final class ExactTanh extends ActivationTanH {
    private static final long serialVersionUID = 1;

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        var values = DenseStack.flat(in);
        for (var i = 0; i < values.length; i++) {
            values[i] = Math.tanh(values[i]);
        }
        return in.assign(Nd4j.createFromArray(values).reshape(in.shape()));
    }
}
