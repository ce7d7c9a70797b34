/**
 * The methods that a plan can name: those of this build and those in external jars. Read
 * {@link org.longspan.harness.method.MethodCatalogue} first.
 */
package org.longspan.harness.method;
