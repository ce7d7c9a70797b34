/**
 * The methods that a plan can name, ours and those of jars given to the program. Read {@link
 * org.longspan.harness.method.MethodCatalogue} first.
 */
package org.longspan.harness.method;
