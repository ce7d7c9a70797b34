package org.longspan.suite.walls.offenders;

/** Breaks the rule on reflection: it uses a class that its source does not name. */
public final class Reflector {

    /** Creates an instance of the class of that name. */
    public Object made(String name) throws ReflectiveOperationException {
        return Class.forName(name).getDeclaredConstructor().newInstance();
    }
}
