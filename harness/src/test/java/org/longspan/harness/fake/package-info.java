/** Methods and a task that stand in for the real ones where a test is about plans and grids alone. */
package org.longspan.harness.fake;
