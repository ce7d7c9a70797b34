/** Tests of the documentation: no link is dead, and lists agree with the code. */
package org.longspan.suite.pages;
