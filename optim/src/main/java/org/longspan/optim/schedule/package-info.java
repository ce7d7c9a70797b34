/**
 * Schedules of the learning rate, one a file, each a pure function of the update's index. Plans reach them
 * through {@link org.longspan.optim.Schedules}.
 */
package org.longspan.optim.schedule;
