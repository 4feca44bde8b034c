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
    final Operand<A> operand;
    /** From the first pixel on; over its {@link ImageLayout#reach()} all products go. */
    final Window<A> inner;
    /** For each tap of a 3x3 kernel, row by row, the pixels that it meets when its centre goes over the inner ones. */
    final List<Window<A>> shifted;
    /** One for each channel. */
    final List<Window<A>> rows;
    /** A row for each image of each channel. */
    final Window<A> images;

    Maps(int channels, ImageLayout layout, Loops<A> loops, MapLoops<A> mapLoops) {
        var row = layout.positions();
        operand = loops.operand(channels * row);
        inner = mapLoops.window(operand, layout.margin(), row);
        shifted = IntStream.range(0, 9)
                .mapToObj(tap -> mapLoops.window(operand, tap / 3 * (layout.width() + 2) + tap % 3, row))
                .toList();
        images = mapLoops.window(operand, 0, layout.area());
        rows = IntStream.range(0, channels)
                .mapToObj(channel -> mapLoops.window(operand, channel * row, row))
                .toList();
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
