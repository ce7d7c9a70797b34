/**
 * Tests of the code hash: which trials run again after a change, and which classes a trial loads. Read
 * {@link org.longspan.suite.code.WhatRunsAgainTest} first.
 */
package org.longspan.suite.code;
