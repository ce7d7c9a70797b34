/** Whole runs of tiny plans: reuse of results, resuming after a kill, plug-ins, and the answers to bad input. */
package org.longspan.suite.endtoend;
