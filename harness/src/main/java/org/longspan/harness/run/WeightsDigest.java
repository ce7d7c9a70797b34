package org.longspan.harness.run;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import org.longspan.numerics.Parameters;

/**
 * Computes the SHA-256 of the bits of weights. NaN has its canonical form, because raw NaN bits differ between
 * machines.
 */
final class WeightsDigest {

    private WeightsDigest() {}

    static String of(Parameters theta) {
        Hasher hasher = Hashing.sha256().newHasher(theta.size() * Float.BYTES);
        for (float value : theta.data()) {
            hasher.putInt(Float.floatToIntBits(value));
        }
        return hasher.hash().toString();
    }
}
