/**
 * An index of a module's sources that ignores comments and layout, with one line per type. The build of each module
 * that decides a result runs {@link org.longspan.sources.IndexWriter}; from these indexes the harness derives the code
 * behind each trial. Read {@link org.longspan.sources.IndexedType} first.
 */
package org.longspan.sources;
