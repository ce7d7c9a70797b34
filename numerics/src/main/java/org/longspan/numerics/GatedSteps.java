package org.longspan.numerics;

/**
 * The pointwise parts of gated cells, each fused into one pass over the units. Products with the weights are not among
 * them: a step starts from pre-activations.
 *
 * @param gates a single gate, for cells without a fused step of their own
 * @param lstm the long short-term memory with forget gates
 * @param gru the gated recurrent unit
 * @param carousel the long short-term memory of 1997, without forget gates
 */
public record GatedSteps(Gates gates, LstmStep lstm, GruStep gru, CarouselStep carousel) {}
