package org.longspan.tasks.reber;

/**
 * The automaton of Reber's grammar, between the B that begins a string and the E that ends it.
 *
 * <pre>
 *   START -T→ 1   1 -S→ 1   2 -T→ 2   3 -X→ 2     4 -P→ 3
 *   START -P→ 2   1 -X→ 3   2 -V→ 4   3 -S→ END   4 -V→ END
 * </pre>
 *
 * <p>At each of these states both branches have probability 1/2. The shortest strings have three moves: BTXSE, BPVVE.
 */
final class ReberGrammar {

    static final int B = 0;
    static final int T = 1;
    static final int P = 2;
    static final int S = 3;
    static final int X = 4;
    static final int V = 5;
    static final int E = 6;
    static final int SYMBOLS = 7;

    static final int START = 0;
    static final int END = 5;
    static final int STATES = 6;

    /** The number of symbols of a string that are no moves: B and E. */
    static final int FRAME = 2;

    static final int FEWEST_MOVES = 3;

    private static final int[][] SYMBOL = {{T, P}, {S, X}, {T, V}, {X, S}, {P, V}};
    private static final int[][] NEXT = {{1, 2}, {1, 3}, {2, 4}, {2, END}, {3, END}};

    private ReberGrammar() {}

    /** Returns the symbol of branch 0 or 1 out of a state before the end. */
    static int symbol(int state, int branch) {
        return SYMBOL[state][branch];
    }

    /** Returns where that branch leads to. */
    static int next(int state, int branch) {
        return NEXT[state][branch];
    }
}
