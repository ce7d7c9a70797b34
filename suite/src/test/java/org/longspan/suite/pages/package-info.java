/**
 * Facts about the pages of the documentation: their links lead somewhere, and what they list is what the code holds.
 */
package org.longspan.suite.pages;
