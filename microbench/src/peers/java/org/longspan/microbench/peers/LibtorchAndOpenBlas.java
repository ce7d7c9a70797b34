package org.longspan.microbench.peers;

import com.sun.jna.Function;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.longspan.microbench.LossAt;
import org.longspan.microbench.Peers;
import org.longspan.microbench.TrainingCase;
import org.longspan.microbench.TrainingShape;

/** libtorch for training steps, and OpenBLAS for products. */
public final class LibtorchAndOpenBlas implements Peers {

    private static final String LIBRARY = "libopenblas.so.0";
    private static final String CORE = "openblas_get_corename";
    private static final String BUILD = "openblas_get_config";

    /** Returns libtorch's step, after a comparison on another network; it lives as long as the virtual machine. */
    @Override
    public DoubleSupplier trainingStep(TrainingShape shape, LossAt lossAt) {
        SameTraining.require(shape, lossAt);
        return new LibtorchTraining(shape, lossAt, TrainingCase.LEARNING_RATE, new TrainingCase(shape, lossAt))::step;
    }

    /** OpenBLAS chooses its kernels by the processor, or by the environment variable OPENBLAS_CORETYPE. */
    @Override
    public Map<String, String> circumstances() {
        Map<String, String> circumstances = new LinkedHashMap<>();
        circumstances.put("OpenBLAS kernels", ask(CORE));
        circumstances.put("OpenBLAS build", ask(BUILD));
        return circumstances;
    }

    /** Calls a function without arguments, for which the presets have no method. */
    private static String ask(String function) {
        Path presets = Path.of(Loader.load(openblas_nolapack.class));
        return Function.getFunction(presets.resolveSibling(LIBRARY).toString(), function)
                .invokeString(new Object[0], false)
                .strip();
    }
}
