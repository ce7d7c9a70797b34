/**
 * Schedules of the learning rate and of the momentum, one a file, each a pure function of the update's index and of the
 * budget. Plans choose a schedule of the rate from {@link org.longspan.optim.schedule.Schedules}. A schedule of the
 * momentum, from {@link org.longspan.optim.schedule.MomentumSchedules}, is a setting of the methods that have momentum.
 */
package org.longspan.optim.schedule;
