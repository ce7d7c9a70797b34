/** The family {@code ${family}}, found by its line in {@code META-INF/services}. */
package ${package};
