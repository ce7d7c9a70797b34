package org.longspan.numerics.kernel;

import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;

/**
 * The JDK's Vector API, which is an incubating module: a virtual machine has it only if asked. The option
 * {@code --add-modules} asks at the start and prints a warning. {@link #ADDABLE} lets a running program ask, silently,
 * through the method by which the virtual machine itself brings in {@code java.instrument}; the kernels are as fast.
 */
final class VectorApi {

    static final String MODULE = "jdk.incubator.vector";

    /** The option that asks for the module at the start. */
    static final String ADDED = "--add-modules=" + MODULE;

    /** The option with which {@link #isThere} may add the module. */
    static final String ADDABLE = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

    private VectorApi() {}

    /** Returns whether this virtual machine has the Vector API, which is added where that is possible. */
    static boolean isThere() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() || add();
    }

    /** Returns why it is missing, and what brings it, as half a sentence. */
    static String missing() {
        return ModuleFinder.ofSystem().find(MODULE).isPresent()
                ? "the Vector API is missing, java's option " + ADDED + " brings it"
                : "the Vector API is missing, this Java runtime has no module " + MODULE + "; a whole JDK has it";
    }

    private static boolean add() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, MODULE);
            return true;
        } catch (InvocationTargetException e) {
            return false; // a runtime without the module
        } catch (ReflectiveOperationException e) {
            return false; // without the option, or a JDK of another make
        }
    }
}
