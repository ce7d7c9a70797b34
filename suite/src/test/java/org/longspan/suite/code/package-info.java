/**
 * What makes a trial, held against what happens: which trials run again after a change, and which classes a trial
 * loads. Read {@link org.longspan.suite.code.WhatRunsAgainTest} first.
 */
package org.longspan.suite.code;
