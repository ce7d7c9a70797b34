package org.longspan.numerics.trespass.circle;

import org.longspan.numerics.trespass.Right;

/** Imports {@link Right}, which imports this: a circle of two packages. */
public record Left(Right right) {}
