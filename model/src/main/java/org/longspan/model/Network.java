package org.longspan.model;

import java.util.EnumSet;
import java.util.Set;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentMaps;
import org.longspan.model.cell.SecondOrderCell;
import org.longspan.model.initialization.Initialization;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.model.readout.Loss;
import org.longspan.model.regularizer.Regularizer;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.TaskDescription;

/**
 * Stacked recurrent layers with a linear read-out, for one task. It holds shapes and choices and nothing that runs:
 * one instance may serve many threads, each with its own {@link Workspace}.
 *
 * <p>Blocks are {@code layer0.input}, {@code layer0.recurrent}, {@code layer0.bias}, where the state's start is learned
 * {@code layer0.initial-state}, those of the layers above, then {@code readout.weight} and {@code readout.bias}.
 */
public final class Network {

    private final Architecture architecture;
    private final TaskDescription task;
    private final Kernels kernels;
    private final RecurrentCell[] cells;
    private final LinearReadOut readOut;
    private final Loss loss;
    private final Initialization initialization;
    private final Regularizer regularizer;
    private final ParameterLayout layout;
    private final Parameters fixed; // what is not trained, outside θ

    /**
     * Creates the network of {@code architecture} for {@code task}; weights that are not trained are those of seed 0.
     *
     * @throws IllegalArgumentException for an unknown name or a bad setting, naming what would be right
     */
    public Network(Architecture architecture, TaskDescription task, Kernels kernels) {
        this(architecture, task, kernels, Seed.root(0));
    }

    /**
     * Creates the same with the weights that are not trained, such as a reservoir, drawn from {@code fixedSeed}: for
     * the seed of {@link #initialize} they are what a cell that trains them begins with.
     */
    public Network(Architecture architecture, TaskDescription task, Kernels kernels, Seed fixedSeed) {
        this.architecture = architecture;
        this.task = task;
        this.kernels = kernels;
        CellFactory factory = Entry.find(
                        "cell", Cells.all(), architecture.cell().name())
                .create(architecture.cell().settings());
        this.initialization = Entry.find(
                        "initialization",
                        Initializations.all(),
                        architecture.initialization().name())
                .create(architecture.initialization().settings());
        this.regularizer = Entry.find(
                        "regularizer",
                        Regularizers.all(),
                        architecture.regularizer().name())
                .create(architecture.regularizer().settings());
        this.loss = Loss.of(task.loss());
        this.readOut = new LinearReadOut(architecture.hidden(), task.outputs());
        this.cells = new RecurrentCell[architecture.layers()];
        ParameterLayout.Builder builder = ParameterLayout.builder();
        ParameterLayout.Builder fixedBuilder = ParameterLayout.builder();
        for (int l = 0; l < cells.length; l++) {
            cells[l] = factory.cell(l == 0 ? task.inputs() : architecture.hidden(), architecture.hidden());
            requireSuited(cells[l]);
            cells[l] = architecture.start().of(cells[l]);
            cells[l].addBlocks(prefix(l), builder);
            cells[l].addFixedBlocks(prefix(l), fixedBuilder);
        }
        readOut.addBlocks(builder);
        this.layout = builder.build();
        this.fixed = new Parameters(Workspace.requireRoom(fixedBuilder.build()));
        for (int l = 0; l < cells.length; l++) {
            draw(l, fixed, fixedSeed);
            cells[l] = cells[l].withFixed(fixed);
        }
    }

    private void requireSuited(RecurrentCell cell) {
        initialization.refuses(cell).ifPresent(reason -> {
            throw new IllegalArgumentException(
                    "initialization " + architecture.initialization().name() + " does not suit cell "
                            + architecture.cell().name() + ": " + reason);
        });
        architecture.start().refuses(cell).ifPresent(reason -> {
            throw new IllegalArgumentException(
                    "a learned start does not suit cell " + architecture.cell().name() + ": " + reason);
        });
        regularizer.refuses(cell).ifPresent(reason -> {
            throw new IllegalArgumentException(
                    "regularizer " + architecture.regularizer().name() + " does not suit cell "
                            + architecture.cell().name() + ": " + reason);
        });
    }

    /** Returns what this network is made of. */
    public Architecture architecture() {
        return architecture;
    }

    /** Returns the task that it is for. */
    public TaskDescription task() {
        return task;
    }

    /** Returns what it computes with. */
    public Kernels kernels() {
        return kernels;
    }

    /** Returns the blocks of θ. */
    public ParameterLayout layout() {
        return layout;
    }

    /** Returns the regularizer. */
    public Regularizer regularizer() {
        return regularizer;
    }

    /** Returns the sites at which a signal transform can act in every layer. */
    public Set<Site> sites() {
        Set<Site> sites = EnumSet.allOf(Site.class);
        for (RecurrentCell cell : cells) {
            sites.retainAll(cell.sites());
        }
        return sites;
    }

    /** Returns whether products with {@code curvature} can be had, which every layer must be able to give. */
    public boolean supports(Curvature curvature) {
        for (RecurrentCell cell : cells) {
            if (!cell.supports(curvature)) {
                return false;
            }
        }
        return true;
    }

    /** Returns initial parameters: the initialization, then what each cell wants of its own. */
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
            initialization.draw(block.role(), whole.columns(m * width, width), task, stream);
        }
    }

    /**
     * Allocates what the passes over up to {@code capacity} sequences at a time need.
     *
     * @throws IllegalArgumentException if that is more than {@link Workspace#GREATEST} bytes
     */
    public Workspace newWorkspace(int capacity) {
        if (capacity < 1 || Workspace.size(this, capacity, Curvature.GAUSS_NEWTON) > Workspace.GREATEST) {
            throw new IllegalArgumentException(
                    "a workspace for " + capacity + " sequences, expected from 1 to " + capacityFor(Integer.MAX_VALUE));
        }
        return new Workspace(this, capacity);
    }

    /**
     * Returns how many of {@code sequences} fit into one workspace, at least 1.
     *
     * @throws IllegalArgumentException if not even one does
     */
    public int capacityFor(int sequences) {
        return capacityFor(sequences, Curvature.GAUSS_NEWTON);
    }

    /**
     * Returns the same for a workspace of which products with {@code curvature} will be asked.
     *
     * @throws IllegalArgumentException if not even one fits
     */
    public int capacityFor(int sequences, Curvature curvature) {
        long one = Workspace.size(this, 1, curvature);
        long each = Workspace.size(this, 2, curvature) - one;
        long most = 1 + (Workspace.GREATEST - one) / each;
        if (one > Workspace.GREATEST) {
            throw new IllegalArgumentException("one sequence of " + task.steps() + " steps through "
                    + (architecture.layers() == 1 ? "a layer of " : architecture.layers() + " layers of ")
                    + architecture.hidden() + " units needs " + (one >> 20) + " MiB, expected at most "
                    + (Workspace.GREATEST >> 20));
        }
        return (int) Math.min(sequences, most);
    }

    /**
     * Returns the multiply-adds of the matrix products of one gradient, counted from the shapes, as if every step
     * were read out.
     */
    public long multiplyAdds(int steps, int sequences) {
        return sequences * (multiplyAdds(layout, steps, 1) + multiplyAdds(fixed.layout(), steps, 0));
    }

    /** Of one sequence: forward, backward, and where it is trained the gradient of each block. */
    private static long multiplyAdds(ParameterLayout layout, int steps, int gradients) {
        long eachStep = 0;
        long acrossSteps = 0;
        for (Block block : layout.blocks()) {
            long size = block.size();
            switch (block.role()) {
                case READ_OUT, OUTPUT -> eachStep += (2 + gradients) * size;
                case RECURRENT -> acrossSteps += (2 + gradients) * size;
                // the inputs of the lowest layer ask for no cotangent
                case INPUT -> eachStep += ((block.name().startsWith(prefix(0)) ? 1 : 2) + gradients) * size;
                default -> {}
            }
        }
        return steps * eachStep + (steps - 1L) * acrossSteps;
    }

    public static String prefix(int layer) {
        return "layer" + layer + ".";
    }

    public int layers() {
        return cells.length;
    }

    /** Returns the weights that are not trained. */
    public Parameters fixed() {
        return fixed;
    }

    /**
     * Returns a cell that gives the tangent of its backward pass.
     *
     * @throws IllegalArgumentException if it does not
     */
    SecondOrderCell secondOrderCell(int layer) {
        if (cells[layer] instanceof SecondOrderCell cell) {
            return cell;
        }
        throw new IllegalArgumentException("products with the Hessian through cell "
                + architecture.cell().name() + ", expected a cell that gives the tangent of its backward pass");
    }

    public RecurrentCell cell(int layer) {
        return cells[layer];
    }

    LinearReadOut readOut() {
        return readOut;
    }

    Loss loss() {
        return loss;
    }
}
