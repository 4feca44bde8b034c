package io.skipway.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.lab.Architectures;
import io.skipway.lab.Measurement.Layer;
import io.skipway.lab.Measurement.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The papers' tables, and what is known of the networks' receptive fields. */
class PublishedNetworksTests {

    @ParameterizedTest
    @CsvSource({
        "alexnet, paper, 8, 60965224, 0.72, 195",
        "vgg-16, paper, 16, 138357544, 15.47, 212",
        "vgg-19, paper, 19, 143667240, 19.63, 268",
        "googlenet, paper, 22, 6998552, 1.58, 715",
        "resnet-18, paper, 18, 11689512, 1.81, 435",
        "resnet-34, paper, 34, 21797672, 3.66, 899",
        "resnet-50, paper, 50, 25557032, 3.86, 483",
        "resnet-50, v1.5, 50, 25557032, 4.09, 427",
        "resnet-101, paper, 101, 44549160, 7.57, 1027",
        "resnet-101, v1.5, 101, 44549160, 7.80, 971",
        "resnet-152, paper, 152, 60192808, 11.28, 1507",
        "resnet-152, v1.5, 152, 60192808, 11.51, 1451"
    })
    void countsAreThoseOfThePapers(
            String name, String stride, int depth, long parameters, double giga, int receptiveField) {
        var network = network(name, stride);
        assertThat(network.depth()).isEqualTo(depth);
        assertThat(network.parameters()).isEqualTo(parameters);
        assertThat(Math.round(network.multiplyAccumulates() / 1e7) / 100.0).isEqualTo(giga);
        assertThat(network.receptiveField()).isEqualTo(receptiveField);
    }

    /** He et al. 2015, table 6, in millions. */
    @ParameterizedTest
    @CsvSource({"cifar-resnet-20, 20, 0.27", "cifar-resnet-56, 56, 0.85", "cifar-resnet-110, 110, 1.73"})
    void cifarNetworksHaveShortcutsWithoutParameters(String name, int depth, double millions) {
        var network = network(name, "paper");
        assertThat(network.side()).isEqualTo(32);
        assertThat(network.depth()).isEqualTo(depth);
        assertThat(Math.round(network.parameters() / 1e4) / 100.0).isEqualTo(millions);
    }

    @Test
    void halvesOnTwoProcessorsAreOneRow() {
        var layers = network("alexnet", "paper").layers();
        assertThat(layers)
                .extracting(Layer::name)
                .containsExactly(
                        "conv1", "norm1", "pool1", "conv2", "norm2", "pool2", "conv3", "conv4", "conv5", "pool5", "fc6",
                        "fc7", "fc");
        assertThat(layers.getFirst()).isEqualTo(new Layer("conv1", "11×11 / 4", 55, 96, 34_944, 105_415_200));
    }

    @Test
    void activationsOfVggAreItsOutputs() {
        // Thirteen maps of convolutions, five of pooling, three dense layers.
        long values = 2L * 64 * 224 * 224
                + 2L * 128 * 112 * 112
                + 3L * 256 * 56 * 56
                + 3L * 512 * 28 * 28
                + 3L * 512 * 14 * 14
                + 64L * 112 * 112
                + 128L * 56 * 56
                + 256L * 28 * 28
                + 512L * 14 * 14
                + 512L * 7 * 7
                + 4096
                + 4096
                + 1000;
        assertThat(network("vgg-16", "paper").activationBytes()).isEqualTo(4 * values);
    }

    private static Network network(String name, String stride) {
        return PublishedNetworks.compare(new Architectures(name, name, stride)).first();
    }
}
