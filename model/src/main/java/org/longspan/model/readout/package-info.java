/**
 * The linear read-out and the losses. Read {@link org.longspan.model.readout.Loss} first.
 */
package org.longspan.model.readout;
