package org.longspan.suite.walls.offenders;

/** Breaks the rule on names: this one says nothing. */
public final class ThingManager {}
