/**
 * How the program refuses bad input: the error that carries one sentence to the user, and the words such sentences
 * share. Read {@link org.longspan.harness.refusal.UserError} first.
 */
package org.longspan.harness.refusal;
