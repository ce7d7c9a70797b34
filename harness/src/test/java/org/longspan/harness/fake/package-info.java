/** Fake methods and tasks for tests of plans and grids. */
package org.longspan.harness.fake;
