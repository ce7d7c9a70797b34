/**
 * Schedules of the learning rate and of the momentum, one a file, each a pure function of the update's index and of the
 * budget. Plans reach those of the rate through {@link org.longspan.optim.schedule.Schedules}, those of the momentum as
 * a setting of the methods that have one, through {@link org.longspan.optim.schedule.MomentumSchedules}.
 */
package org.longspan.optim.schedule;
