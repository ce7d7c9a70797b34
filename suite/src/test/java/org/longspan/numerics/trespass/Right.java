package org.longspan.numerics.trespass;

import org.longspan.numerics.trespass.circle.Left;

/** The other half of the circle with {@link Left}. */
public record Right(Left left) {}
