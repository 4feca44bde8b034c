package io.skipway.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a run measured. Numbers are finite or infinite doubles in Java; what leaves the range is written as null
 * in JSON and drawn at the edge of the axis.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Measurement.Gradients.class, name = "gradients"),
    @JsonSubTypes.Type(value = Measurement.Split.class, name = "split"),
    @JsonSubTypes.Type(value = Measurement.Module.class, name = "module"),
    @JsonSubTypes.Type(value = Measurement.Field.class, name = "field"),
    @JsonSubTypes.Type(value = Measurement.Networks.class, name = "networks"),
    @JsonSubTypes.Type(value = Measurement.Grid.class, name = "grid"),
    @JsonSubTypes.Type(value = Measurement.Race.class, name = "race"),
    @JsonSubTypes.Type(value = Measurement.Removal.class, name = "lesion"),
    @JsonSubTypes.Type(value = Measurement.Surfaces.class, name = "landscape"),
    @JsonSubTypes.Type(value = Measurement.Vitals.class, name = "health")
})
public sealed interface Measurement {

    /**
     * The gradient profile of both networks before the step-th update; a network that is not asked for is null.
     *
     * @param plane what they tell then, at some of the steps, where the data lie in a plane
     */
    record Gradients(
            int step,
            @Nullable Profile plain,
            @Nullable Profile residual,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Plane plane)
            implements Measurement {
        public Gradients(int step, @Nullable Profile plain, @Nullable Profile residual) {
            this(step, plain, residual, null);
        }
    }

    /**
     * A part of the plane, in standardised units, with some points of the training part.
     *
     * @param x from and to
     * @param y from and to
     */
    record Plane(
            List<String> columns,
            List<Double> x,
            List<Double> y,
            List<String> classes,
            List<Point> points,
            @Nullable Region plain,
            @Nullable Region residual) {}

    record Point(double x, double y, int label) {}

    /**
     * What a network tells of a plane.
     *
     * @param cells the class of each cell of a square, {@code a} for the first, row by row from the top
     * @param accuracy on the test part
     */
    record Region(String cells, double accuracy) {}

    /**
     * Euclidean norms of the gradient of the batch-mean loss.
     *
     * @param loss batch mean of the softmax cross-entropy
     * @param dh depth + 1 values, by h_0 (the input) to h_depth
     * @param dw depth values, by the weights of layer 1 to depth
     */
    record Profile(double loss, double accuracy, List<Double> dh, List<Double> dw) {}

    /**
     * dL/dx and its parts, at the asked a and over a sweep of a.
     *
     * @param agreement |skip part + residual part - the network's dL/dx| / max norm
     * @param differenceAgreement the same between the network's dL/dx and central finite differences
     */
    record Split(
            SplitPoint at,
            double agreement,
            double differenceAgreement,
            List<Double> skipPart,
            List<Double> residualPart,
            List<Double> networkGradient,
            List<SplitPoint> sweep)
            implements Measurement {}

    /** Norms of dL/dH (skip part), of a J_F^T dL/dH (residual part) and of their sum; the angle between the parts. */
    record SplitPoint(double a, double skip, double residual, double sum, double angleDegrees) {}

    /** Costs by branch; times in milliseconds are null until they are measured, and stand beside the digest. */
    record Module(
            List<Branch> branches,
            Cost with,
            Cost without,
            @Nullable Times timesWith,
            @Nullable Times timesWithout) implements Measurement {}

    /** {@code name} is {@code 1x1}, {@code 3x3}, {@code 5x5} or {@code pool}. */
    record Branch(String name, Cost with, Cost without) {}

    /** Trainable parameters with biases, multiply-accumulates of one image without biases, channels that come out. */
    record Cost(long parameters, long multiplyAccumulates, int outputChannels) {}

    /** Medians over {@code repeats}, one image. */
    record Times(double forwardMillis, double backwardMillis, int repeats) {}

    /**
     * A stack of 3x3 against one large kernel.
     *
     * @param stackField mean absolute gradient of the centre output by each input pixel, a square, scaled to a maximum of 1
     * @param singleField the same for the one large kernel
     * @param stackRadius the radius that holds 95.45 % of the sum (two standard deviations of a Gaussian), in pixels
     */
    record Field(
            Kernel stack,
            Kernel single,
            List<List<Double>> stackField,
            List<List<Double>> singleField,
            double stackRadius,
            double singleRadius)
            implements Measurement {}

    /** {@code receptiveField} is the side of the square that can reach the centre output, by formula. */
    record Kernel(int layers, int size, long parameters, long multiplyAccumulates, int receptiveField) {}

    record Networks(Network first, Network second) implements Measurement {}

    /**
     * A published network on one image.
     *
     * @param side of the square image in pixels
     * @param depth layers with weights on the longest path
     * @param parameters trainable ones
     * @param multiplyAccumulates of convolutions and dense layers, without biases
     * @param receptiveField side of the square of pixels that can reach one value of the last map
     * @param activationBytes all outputs of layers and additions in float, for one image
     */
    record Network(
            String name,
            int side,
            int depth,
            long parameters,
            long multiplyAccumulates,
            int receptiveField,
            long activationBytes,
            Published published,
            List<Layer> layers) {}

    /**
     * What its authors reported, in percent.
     *
     * @param measure {@code top5} of an ensemble on the ILSVRC test images, {@code top5-extra} the same with further training
     *     data, or {@code cifar10} of one network on CIFAR-10
     */
    record Published(double error, String measure) {}

    /** {@code side} is that of the map that comes out, 1 after the maps; halves on two processors count as one layer. */
    record Layer(String name, String operation, int side, int channels, long parameters, long multiplyAccumulates) {}

    /** Every combination of initialiser and normalisation; accuracies come one cell after the other. */
    record Grid(List<Cell> cells) implements Measurement {}

    record Cell(Initialiser initialiser, Normalisation normalisation, Trained plain, Trained residual) {}

    /**
     * A network at its start, and what became of it.
     *
     * @param dh norms by h_0 (the input) to h_depth, before the first step
     * @param accuracy on the test part after the last step; null before, and where the loss left the range of numbers
     */
    record Trained(List<Double> dh, @Nullable Double accuracy) {}

    /** Both networks before the step-th update. */
    record Race(int step, Racer plain, Racer residual) implements Measurement {}

    /**
     * How far a network has come.
     *
     * @param loss batch mean of the softmax cross-entropy
     * @param trainError share of the training part that is told wrong
     * @param testAccuracy share of the test part that is told right
     * @param firstGradient |dL/dW| of the first layer
     */
    record Racer(double loss, double trainError, double testAccuracy, double firstGradient) {}

    /** What is left of the test accuracy without one block. */
    record Removal(Lesioned plain, Lesioned residual) implements Measurement {}

    /** {@code without} has one accuracy for each block, from the first on. */
    record Lesioned(double whole, List<Double> without) {}

    /** The loss around the trained weights, to {@code extent} times their size in each direction. */
    record Surfaces(double extent, Surface plain, Surface residual) implements Measurement {}

    /** {@code losses} row by row along the second direction, each along the first, the trained weights in the middle. */
    record Surface(double loss, double accuracy, List<List<Double>> losses) {}

    /**
     * A network before the step-th update, by layer.
     *
     * @param update log10 of mean |update| over mean |weight|
     * @param deviation standard deviation of the units over the batch
     * @param dead share of units that are 0 for every example of the batch; 0 for what is no ReLU
     * @param test share of the test images that is told right after the update; not a number in runs from before it was told
     */
    record Vitals(
            int step,
            double loss,
            double accuracy,
            List<Double> update,
            List<Double> deviation,
            List<Double> dead,
            double test)
            implements Measurement {}
}
