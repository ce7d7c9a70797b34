/**
 * Architecture rules as tests: which package may see which, and what may be called where. Each rule is also checked on
 * an offender, to prove that it can fail. Read {@code RoomsTest} first.
 */
package org.longspan.suite.walls;
