package io.skipway.lab.engine;

import io.skipway.lab.Architectures;
import io.skipway.lab.Measurement.Network;
import io.skipway.lab.Measurement.Networks;
import io.skipway.lab.Measurement.Published;

/** The networks of the course as their papers draw them, counted from DL4J configurations; no weight is made. */
final class PublishedNetworks {
    private PublishedNetworks() {}

    static Networks compare(Architectures asked) {
        return new Networks(network(asked.first(), asked.stride()), network(asked.second(), asked.stride()));
    }

    private static Network network(String name, String stride) {
        boolean strideFirst = stride.equals("paper");
        var graph =
                switch (name) {
                    case "alexnet" -> ClassicNetworks.alexNet();
                    case "vgg-16" -> ClassicNetworks.vgg(2, 2, 3, 3, 3);
                    case "vgg-19" -> ClassicNetworks.vgg(2, 2, 4, 4, 4);
                    case "googlenet" -> GoogLeNets.googLeNet();
                    case "resnet-18" -> ResidualNetworks.plainBlocks(2, 2, 2, 2);
                    case "resnet-34" -> ResidualNetworks.plainBlocks(3, 4, 6, 3);
                    case "resnet-50" -> ResidualNetworks.bottlenecks(strideFirst, 3, 4, 6, 3);
                    case "resnet-101" -> ResidualNetworks.bottlenecks(strideFirst, 3, 4, 23, 3);
                    case "resnet-152" -> ResidualNetworks.bottlenecks(strideFirst, 3, 8, 36, 3);
                    case "cifar-resnet-20" -> ResidualNetworks.cifar(3);
                    case "cifar-resnet-56" -> ResidualNetworks.cifar(9);
                    case "cifar-resnet-110" -> ResidualNetworks.cifar(18);
                    default -> throw new IllegalArgumentException("No network " + name);
                };
        var counts = new NetworkCounts(graph.build(), graph.side());
        return new Network(
                name,
                graph.side(),
                counts.depth(),
                counts.parameters(),
                counts.multiplyAccumulates(),
                counts.receptiveField(),
                counts.activationBytes(),
                published(name),
                counts.layers());
    }

    /**
     * Krizhevsky et al. 2012, table 2; Simonyan and Zisserman 2014, table 7; Szegedy et al. 2014, table 2; He et al. 2015,
     * tables 5 and 6. The ILSVRC figures belong to a team's ensemble, whichever of its networks is asked for.
     */
    private static Published published(String name) {
        return switch (name) {
            case "alexnet" -> new Published(15.3, "top5-extra");
            case "vgg-16", "vgg-19" -> new Published(7.3, "top5");
            case "googlenet" -> new Published(6.67, "top5");
            case "cifar-resnet-20" -> new Published(8.75, "cifar10");
            case "cifar-resnet-56" -> new Published(6.97, "cifar10");
            case "cifar-resnet-110" -> new Published(6.43, "cifar10");
            default -> new Published(3.57, "top5");
        };
    }
}
