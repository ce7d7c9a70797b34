/**
 * Associative recall: pairs of a key and a value, then some of the keys, each to be answered with its value.
 * {@link org.longspan.tasks.recall.AssociativeRecall} is the task, {@link org.longspan.tasks.recall.RecallProvider}
 * lists its forms.
 */
package org.longspan.tasks.recall;
