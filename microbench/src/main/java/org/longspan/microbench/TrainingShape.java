package org.longspan.microbench;

/** The shapes at which training steps are measured: cell, B, H, T and I. */
public enum TrainingShape {
    RNN_20_32_20_2("tanh-rnn", 20, 32, 20, 2),
    RNN_20_50_100_2("tanh-rnn", 20, 50, 100, 2),
    RNN_100_100_80_2("tanh-rnn", 100, 100, 80, 2),
    RELU_20_50_100_2("relu-rnn", 20, 50, 100, 2),
    LSTM_20_32_20_2("lstm", 20, 32, 20, 2),
    LSTM_20_50_200_2("lstm", 20, 50, 200, 2),
    LSTM_20_128_200_10("lstm", 20, 128, 200, 10),
    LSTM_100_128_100_2("lstm", 100, 128, 100, 2),
    GRU_20_128_200_10("gru", 20, 128, 200, 10);

    private final String cell;
    private final int sequences;
    private final int hidden;
    private final int steps;
    private final int inputs;

    TrainingShape(String cell, int sequences, int hidden, int steps, int inputs) {
        this.cell = cell;
        this.sequences = sequences;
        this.hidden = hidden;
        this.steps = steps;
        this.inputs = inputs;
    }

    /** Returns the cell's name. */
    public String cell() {
        return cell;
    }

    /** Returns the number B of sequences in a batch. */
    public int sequences() {
        return sequences;
    }

    /** Returns the number H of units. */
    public int hidden() {
        return hidden;
    }

    /** Returns the number T of time steps. */
    public int steps() {
        return steps;
    }

    /** Returns the width I of an input. */
    public int inputs() {
        return inputs;
    }

    /** Returns the cell and shape for a table. */
    public String label() {
        return cell + " (" + sequences + ", " + hidden + ", " + steps + ", " + inputs + ")";
    }
}
