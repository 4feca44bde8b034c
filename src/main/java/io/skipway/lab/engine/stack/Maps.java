package io.skipway.lab.engine.stack;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The maps of a batch, channel-major: [channels, batch, height + 2, width + 2], each image within a border of zeros. So a
 * convolution that keeps the size is nine products, each with the whole array moved by one of nine offsets. Those
 * also write on the borders, which is cleared later; but never before the first image's first pixel or after the last one's
 * last.
 */
final class Maps<A> {
    /**
     * Some columns of all channels.
     *
     * @param met for each tap of a 3x3 kernel, row by row, what it meets when its centre goes over the columns
     */
    record Strip<A>(Window<A> columns, List<Window<A>> met, int length) {}

    final Operand<A> operand;
    /** The {@link ImageLayout#strips()}. */
    final List<Strip<A>> strips;
    /** One for each channel. */
    final List<Window<A>> rows;
    /** A row for each image of each channel. */
    final Window<A> images;

    Maps(int channels, ImageLayout layout, Loops<A> loops, MapLoops<A> mapLoops) {
        var row = layout.positions();
        operand = loops.operand(channels * row);
        var starts = layout.strips();
        strips = IntStream.range(0, starts.length - 1)
                .mapToObj(strip -> strip(starts[strip], starts[strip + 1], layout, mapLoops))
                .toList();
        images = mapLoops.window(operand, 0, layout.area());
        rows = IntStream.range(0, channels)
                .mapToObj(channel -> mapLoops.window(operand, channel * row, row))
                .toList();
    }

    private Strip<A> strip(int from, int to, ImageLayout layout, MapLoops<A> mapLoops) {
        var row = layout.positions();
        var first = from - layout.margin();
        var met = IntStream.range(0, 9)
                .mapToObj(tap -> mapLoops.window(operand, first + tap / 3 * (layout.width() + 2) + tap % 3, row))
                .toList();
        return new Strip<>(mapLoops.window(operand, from, row), met, to - from);
    }

    /** Takes [batch, channels, height, width]. */
    void load(double[] features, ImageLayout layout, MapLoops<A> mapLoops) {
        var channels = rows.size();
        var height = layout.height();
        var width = layout.width();
        for (var channel = 0; channel < channels; channel++) {
            for (var line = 0; line < layout.batch() * height; line++) {
                var image = line / height;
                var y = line % height;
                mapLoops.copy(
                        features,
                        ((image * channels + channel) * height + y) * width,
                        width,
                        channel * layout.positions() + image * layout.area() + (y + 1) * (width + 2) + 1,
                        array());
            }
        }
    }

    A array() {
        return operand.array();
    }
}
