/**
 * Clipping schemes, one a file, each with its equation, its source and the laws that it declares. Plans reach them
 * through {@link org.longspan.optim.clip.Clippings}. Read {@link org.longspan.optim.clip.ClipByGlobalNorm} first.
 */
package org.longspan.optim.clip;
