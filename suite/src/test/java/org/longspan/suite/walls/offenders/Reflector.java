package org.longspan.suite.walls.offenders;

/** Shown to the walls: it uses a class that its source does not name. */
public final class Reflector {

    /** Makes whatever is called so. */
    public Object made(String name) throws ReflectiveOperationException {
        return Class.forName(name).getDeclaredConstructor().newInstance();
    }
}
