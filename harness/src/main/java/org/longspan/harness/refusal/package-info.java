/**
 * Refuses bad input: the error with one sentence for the user, and common phrases of such sentences. Read
 * {@link org.longspan.harness.refusal.UserError} first.
 */
package org.longspan.harness.refusal;
