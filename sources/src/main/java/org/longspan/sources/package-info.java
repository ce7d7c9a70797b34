/**
 * What a module's sources say, without their comments and their layout: an index with a line for each type. The build
 * of each module that decides a result runs {@link org.longspan.sources.IndexWriter}; the harness reads the indexes and
 * derives from them which code makes a trial. Read {@link org.longspan.sources.IndexedType} first.
 */
package org.longspan.sources;
