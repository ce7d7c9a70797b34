/**
 * Temporal order: classify a long sequence by the order of the two or three marked symbols in it. Each source is one
 * file with its exact conventions; {@link org.longspan.tasks.order.OrderProvider} lists them.
 */
package org.longspan.tasks.order;
