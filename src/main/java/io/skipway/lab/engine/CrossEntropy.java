package io.skipway.lab.engine;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Softmax cross-entropy from the logits. The library's own takes the logarithm of a probability cut off at 1e-10, which says
 * 23.03 for all that is more wrong than that; its gradient, which is not cut off, is kept.
 */
final class CrossEntropy extends LossMCXENT {
    private static final long serialVersionUID = 1;

    @Override
    public double computeScore(INDArray labels, INDArray logits, IActivation softmax, INDArray mask, boolean average) {
        var below = logits.subColumnVector(logits.max(true, 1));
        var sum = Transforms.exp(below).sum(true, 1);
        var loss = Transforms.log(sum)
                .sub(below.mul(labels).sum(true, 1))
                .sumNumber()
                .doubleValue();
        return average ? loss / labels.size(0) : loss;
    }
}
