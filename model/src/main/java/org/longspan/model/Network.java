package org.longspan.model;

import java.util.EnumSet;
import java.util.Set;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentMaps;
import org.longspan.model.cell.SecondOrderCell;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.model.readout.Loss;
import org.longspan.model.regularizer.Regularizer;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.TaskDescription;

/**
 * Stacked recurrent layers with a linear read-out, for one task. It holds shapes and choices and no running state: one
 * instance may serve many threads, each with its own {@link Workspace}.
 *
 * <p>The blocks of θ are those of the cells, such as {@code layer0.input}, {@code layer0.recurrent} and {@code
 * layer0.bias}, with {@code layer0.initial-state} if the start is learned; then those of the layers above; then {@code
 * readout.weight} and {@code readout.bias}.
 */
public final class Network {

    private final Architecture architecture;
    private final TaskDescription task;
    private final Kernels kernels;
    private final RecurrentCell[] cells;
    private final LinearReadOut readOut;
    private final Loss loss;
    private final ChosenMethods methods;
    private final ParameterLayout layout;
    private final Parameters fixed; // weights that are not trained, outside θ

    /**
     * Creates the network of {@code architecture} for {@code task}; weights that are not trained are drawn from seed 0.
     *
     * @throws IllegalArgumentException for an unknown name or a bad setting; the message says what is expected
     */
    public Network(Architecture architecture, TaskDescription task, Kernels kernels) {
        this(architecture, task, kernels, Seed.root(0));
    }

    /**
     * Creates a network whose weights that are not trained, such as a reservoir, are drawn from {@code fixedSeed}. With
     * the seed of {@link #initialize} they equal the initial weights of a cell that trains them.
     */
    public Network(Architecture architecture, TaskDescription task, Kernels kernels, Seed fixedSeed) {
        this(architecture, ModelMethods.ofThisBuild(), task, kernels, fixedSeed);
    }

    /**
     * Creates a network from {@code lists}, which may include methods from outside this build.
     *
     * @param fixedSeed the seed of weights that are not trained
     * @throws IllegalArgumentException for an unknown name or a bad setting; the message says what is expected
     */
    public Network(
            Architecture architecture, ModelMethods lists, TaskDescription task, Kernels kernels, Seed fixedSeed) {
        this.architecture = architecture;
        this.task = task;
        this.kernels = kernels;
        this.methods = ChosenMethods.of(architecture, lists);
        this.loss = Loss.of(task.loss());
        this.readOut = new LinearReadOut(architecture.hidden(), task.outputs());
        this.cells = new RecurrentCell[architecture.layers()];
        ParameterLayout.Builder builder = ParameterLayout.builder();
        ParameterLayout.Builder fixedBuilder = ParameterLayout.builder();
        for (int l = 0; l < cells.length; l++) {
            cells[l] = methods.cell(l == 0 ? task.inputs() : architecture.hidden());
            cells[l].addBlocks(prefix(l), builder);
            cells[l].addFixedBlocks(prefix(l), fixedBuilder);
        }
        readOut.addBlocks(builder);
        this.layout = builder.build();
        this.fixed = new Parameters(WorkspaceSize.requireRoom(fixedBuilder.build()));
        for (int l = 0; l < cells.length; l++) {
            draw(l, fixed, fixedSeed);
            cells[l] = cells[l].withFixed(fixed);
        }
    }

    /** Returns the names and numbers that make up this network. */
    public Architecture architecture() {
        return architecture;
    }

    /** Returns the task that this network solves. */
    public TaskDescription task() {
        return task;
    }

    /** Returns the kernels. */
    public Kernels kernels() {
        return kernels;
    }

    /** Returns the blocks of θ. */
    public ParameterLayout layout() {
        return layout;
    }

    /** Returns the regularizer. */
    public Regularizer regularizer() {
        return methods.regularizer();
    }

    /** Returns the sites at which a signal transform can act in every layer. */
    public Set<Site> sites() {
        Set<Site> sites = EnumSet.allOf(Site.class);
        for (RecurrentCell cell : cells) {
            sites.retainAll(cell.sites());
        }
        return sites;
    }

    /** Returns whether every layer supports products with {@code curvature}. */
    public boolean supports(Curvature curvature) {
        for (RecurrentCell cell : cells) {
            if (!cell.supports(curvature)) {
                return false;
            }
        }
        return true;
    }

    /** Returns initial parameters: those of the initialization, then those that each cell sets or draws itself. */
    public Parameters initialize(Seed seed) {
        Parameters theta = new Parameters(layout);
        for (int l = 0; l < cells.length; l++) {
            draw(l, theta, seed);
            cells[l].settle(prefix(l), theta);
            cells[l].draw(prefix(l), theta, seed.with("cell", prefix(l)).stream());
        }
        for (Block block : layout.blocks()) {
            if (block.role() == Role.READ_OUT || block.role() == Role.READ_OUT_BIAS) {
                draw(block, 1, theta, seed);
            }
        }
        return theta;
    }

    private void draw(int layer, Parameters weights, Seed seed) {
        for (Block block : weights.layout().blocks()) {
            if (block.name().startsWith(prefix(layer)) && block.role() != Role.DYNAMICS) {
                draw(block, RecurrentMaps.maps(block, cells[layer]), weights, seed);
            }
        }
    }

    private void draw(Block block, int maps, Parameters weights, Seed seed) {
        RandomStream stream = seed.with("block", block.name()).stream();
        Matrix whole = weights.block(block.name());
        int width = block.columns() / maps;
        for (int m = 0; m < maps; m++) {
            methods.initialization().draw(block.role(), whole.columns(m * width, width), task, stream);
        }
    }

    /**
     * Allocates the memory of passes over up to {@code capacity} sequences at a time.
     *
     * @throws IllegalArgumentException if it is more than {@link Workspace#GREATEST} bytes
     */
    public Workspace newWorkspace(int capacity) {
        new WorkspaceSize(this).requireCapacity(capacity);
        return new Workspace(this, capacity);
    }

    /**
     * Returns how many of {@code sequences} fit into one workspace, at least 1.
     *
     * @throws IllegalArgumentException if not even one fits
     */
    public int capacityFor(int sequences) {
        return capacityFor(sequences, Curvature.GAUSS_NEWTON);
    }

    /**
     * Returns how many of {@code sequences} fit into a workspace that must support products with {@code curvature}.
     *
     * @throws IllegalArgumentException if not even one fits
     */
    public int capacityFor(int sequences, Curvature curvature) {
        return new WorkspaceSize(this).capacityFor(sequences, curvature);
    }

    /**
     * Returns the number of multiply-adds in the matrix products of one gradient, from the shapes alone, as if every
     * step were read out.
     */
    public long multiplyAdds(int steps, int sequences) {
        return sequences * (multiplyAdds(layout, steps, 1) + multiplyAdds(fixed.layout(), steps, 0));
    }

    /** Counts one sequence: forward, backward, and {@code gradients} times the gradient of each block. */
    private static long multiplyAdds(ParameterLayout layout, int steps, int gradients) {
        long eachStep = 0;
        long acrossSteps = 0;
        for (Block block : layout.blocks()) {
            long size = block.size();
            switch (block.role()) {
                case READ_OUT, OUTPUT -> eachStep += (2 + gradients) * size;
                case RECURRENT -> acrossSteps += (2 + gradients) * size;
                // the inputs of the lowest layer need no cotangent
                case INPUT -> eachStep += ((block.name().startsWith(prefix(0)) ? 1 : 2) + gradients) * size;
                default -> {}
            }
        }
        return steps * eachStep + (steps - 1L) * acrossSteps;
    }

    /** Returns the prefix of the names of a layer's blocks. */
    static String prefix(int layer) {
        return "layer" + layer + ".";
    }

    /** Returns the number of layers. */
    public int layers() {
        return cells.length;
    }

    /** Returns the weights that are not trained. */
    public Parameters fixed() {
        return fixed;
    }

    /**
     * Returns the cell of a layer, for products with the Hessian.
     *
     * @throws IllegalArgumentException if it does not support them
     */
    SecondOrderCell secondOrderCell(int layer) {
        if (cells[layer] instanceof SecondOrderCell cell) {
            return cell;
        }
        throw new IllegalArgumentException("products with the Hessian through cell "
                + architecture.cell().name() + ", expected a cell that gives the tangent of its backward pass");
    }

    RecurrentCell cell(int layer) {
        return cells[layer];
    }

    LinearReadOut readOut() {
        return readOut;
    }

    Loss loss() {
        return loss;
    }
}
