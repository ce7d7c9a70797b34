/** Methods of {@code ${name}}, found by the provider's line in {@code META-INF/services}. */
package ${package};
