/** Files of the repository that are made from the code. */
package org.longspan.suite.stored;
