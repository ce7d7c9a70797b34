/**
 * Gradient transforms, clipping schemes, schedules and optimizers. They see a flat vector, its layout and an
 * {@link org.longspan.numerics.Oracle}; no cell, batch or task. Read {@link org.longspan.optim.Optimizer}
 * first, then {@link org.longspan.optim.Clipping}.
 */
package org.longspan.optim;
