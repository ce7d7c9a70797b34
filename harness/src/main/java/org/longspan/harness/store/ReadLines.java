package org.longspan.harness.store;

/**
 * How many lines of a file were read.
 *
 * @param file name of the file
 * @param lines number of records
 * @param unchecked how many of them carry no check of their content
 * @param torn whether the file ends in the beginning of a line; a last line that only lacks its line feed is whole
 */
public record ReadLines(String file, int lines, int unchecked, boolean torn) {}
