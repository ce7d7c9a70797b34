package org.longspan.reports.finding;

import java.util.List;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;

/**
 * A number that two runs share if they did the same bit for bit: it is made of the final weights and of every look. A
 * clipping that never acted leaves the run of its control.
 */
public final class Fingerprint {

    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private Fingerprint() {}

    /** Returns the number of a result with its whole curve. */
    public static long of(StoredResult stored) {
        return of(stored, stored.result().curve());
    }

    /** Returns the number of a result whose whole curve is held elsewhere. */
    static long of(StoredResult stored, List<CurvePoint> curve) {
        if (stored.result().outcome() instanceof Outcome.Failed) {
            return text(BASIS, stored.id().value()); // what it would have done is not known
        }
        long hash = text(BASIS, stored.result().weights());
        for (CurvePoint point : curve) {
            hash = number(hash, point.updates());
            hash = number(hash, bits(point.validationLoss()));
        }
        return hash;
    }

    private static long bits(Double value) {
        return Double.doubleToLongBits(value == null ? Double.NaN : value);
    }

    /** Fowler, Noll and Vo's hash, version 1a. */
    private static long text(long hash, String text) {
        long next = hash;
        for (int i = 0; i < text.length(); i++) {
            next = (next ^ text.charAt(i)) * PRIME;
        }
        return next;
    }

    private static long number(long hash, long value) {
        long next = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            next = (next ^ (value >>> shift & 0xff)) * PRIME;
        }
        return next;
    }
}
