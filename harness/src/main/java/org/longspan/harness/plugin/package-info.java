/** External jars and the providers in them. Read {@link org.longspan.harness.plugin.PlugIns} first. */
package org.longspan.harness.plugin;
