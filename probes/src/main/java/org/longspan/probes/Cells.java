package org.longspan.probes;

import java.util.Optional;
import org.longspan.model.LagProducts;
import org.longspan.model.Network;
import org.longspan.model.Trajectory;

/** What the cells of a network cannot give to probes, said as one sentence without its end. */
final class Cells {

    private Cells() {}

    static Optional<String> refuses(Network network) {
        return Trajectory.refuses(network).map(reason -> "no states of cell " + name(network) + ": " + reason);
    }

    static Optional<String> refusesHessian(Network network) {
        return LagProducts.refusesHessian(network)
                .map(reason -> "no products with the Hessian through cell " + name(network) + ": " + reason);
    }

    private static String name(Network network) {
        return network.architecture().cell().name();
    }
}
