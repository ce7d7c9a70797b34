package org.longspan.spark;

import java.io.Serializable;
import java.util.function.BinaryOperator;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * What a Spark task does: it runs the one cell of its partition. Spark loads this class, so it knows bytes alone and
 * leaves the rest to {@link CellsHere}, as {@link OwnJars} load it.
 */
final class CellFunction extends AbstractFunction1<Iterator<byte[]>, byte[]> implements Serializable {

    private static final long serialVersionUID = 1;

    private final byte[] assignment;

    CellFunction(byte[] assignment) {
        this.assignment = assignment;
    }

    /** Makes the program of an executor when it is first needed. */
    private static final class Holder {
        static final BinaryOperator<byte[]> CELLS = cells();
    }

    @SuppressWarnings("unchecked") // the two loaders share no type that would say it
    private static BinaryOperator<byte[]> cells() {
        try {
            return (BinaryOperator<byte[]>) OwnJars.load("org.longspan.spark.CellsHere")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] apply(Iterator<byte[]> partition) {
        return Holder.CELLS.apply(assignment, partition.next());
    }
}
