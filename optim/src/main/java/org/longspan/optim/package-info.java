/**
 * What every optimizer is built from: gradient transforms, the interfaces of clippings, schedules and policies, and
 * the memory of a run. Its packages see a flat vector, its layout and an {@link org.longspan.numerics.oracle.Oracle};
 * no cell, batch or task. Read {@link org.longspan.optim.Optimizer} first, then {@link org.longspan.optim.Clipping}.
 */
package org.longspan.optim;
