package org.longspan.suite.walls.offenders;

/** Shown to the walls: a name that says nothing. */
public final class ThingManager {}
