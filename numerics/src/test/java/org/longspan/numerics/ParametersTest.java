package org.longspan.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final Role ROLE = Role.values()[0];

    private final ParameterLayout layout = ParameterLayout.builder()
            .add("input", 2, 3, ROLE)
            .add("recurrent", 3, 3, ROLE)
            .add("bias", 1, 3, ROLE)
            .build();

    @Nested
    class Layouts {

        @Test
        void blocksLieOneBehindTheOther() {
            assertThat(layout.blocks()).extracting(Block::offset).containsExactly(0, 6, 15);
            assertThat(layout.size()).isEqualTo(18);
            assertThat(layout.block("recurrent").end()).isEqualTo(15);
            assertThat(ParameterLayout.builder().build().size()).isZero();
        }

        @Test
        void unknownBlocksAreAnsweredWithTheKnownOnes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layout.block("output"))
                    .withMessage("no block output; known: [input, recurrent, bias]");
        }

        @Test
        void gapsAndRepeatedNamesAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ParameterLayout(List.of(new Block("a", 1, 2, 1, ROLE))))
                    .withMessage("block a begins at 1, expected 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ParameterLayout.builder()
                            .add("a", 1, 1, ROLE)
                            .add("a", 1, 1, ROLE)
                            .build())
                    .withMessage("block a occurs twice in one layout");
        }

        @Test
        void aBlockThatNoArrayHoldsIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Block("a", 1 << 16, 1 << 16, 0, ROLE))
                    .withMessageContaining("ends beyond 2147483647");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Block("a", 1, 2, Integer.MAX_VALUE - 1, ROLE))
                    .withMessageContaining("ends beyond 2147483647");
            assertThat(new Block("a", 1, 2, Integer.MAX_VALUE - 2, ROLE).end()).isEqualTo(Integer.MAX_VALUE);
        }

        @Test
        void emptyBlocksAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Block("a", 0, 3, 0, ROLE))
                    .withMessageContaining("block a: shape (0, 3)");
        }
    }

    @Nested
    class Rates {

        @Test
        void aBlockHasTheRateOfTheOthersUnlessItSaysOtherwise() {
            ParameterLayout rates = ParameterLayout.builder()
                    .add("a", 1, 2, ROLE)
                    .add("b", 1, 2, ROLE, 0.1)
                    .build();
            assertThat(rates.blocks()).extracting(Block::rateFactor).containsExactly(1.0, 0.1);
        }

        @Test
        void aRateThatWouldNotMoveABlockIsRefused() {
            for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new Block("a", 1, 2, 0, ROLE, factor))
                        .withMessage("block a: rate factor " + factor + ", expected a number greater than 0");
            }
        }
    }

    @Nested
    class Vectors {

        private final Parameters v = new Parameters(layout);

        @Test
        void aBlockIsAViewAndAlwaysTheSame() {
            v.block("recurrent").set(1, 2, 5f);
            assertThat(v.data()[6 + 5]).isEqualTo(5f);
            assertThat(v.block("recurrent")).isSameAs(v.block("recurrent"));
            assertThatIllegalArgumentException().isThrownBy(() -> v.block("output"));
        }

        @Test
        void addScaledRoundsOnce() {
            Parameters direction = new Parameters(layout);
            direction.data()[4] = 1 + 0x1p-12f;
            v.data()[4] = -1 - 0x1p-11f;
            v.addScaled(1 + 0x1p-12f, direction);
            assertThat(v.data()[4]).isEqualTo(0x1p-24f);
        }

        @Test
        void addScaleZeroAndCopyDoWhatTheySay() {
            for (int i = 0; i < v.size(); i++) {
                v.data()[i] = i;
            }
            Parameters copy = v.copy();
            copy.add(v);
            copy.scale(0.25f);
            assertThat(copy.data()[6]).isEqualTo(3f);
            assertThat(v.data()[6]).isEqualTo(6f);
            copy.copyFrom(v);
            assertThat(copy.data()).isEqualTo(v.data());
            copy.zero();
            assertThat(copy.data()).containsOnly(0f);
        }

        @Test
        void vectorsOfAnotherSizeAreRefused() {
            Parameters other = new Parameters(
                    ParameterLayout.builder().add("a", 1, 4, ROLE).build());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> v.add(other))
                    .withMessage("a vector of 4 elements where 18 are expected");
            assertThatIllegalArgumentException().isThrownBy(() -> v.copyFrom(other));
            assertThatIllegalArgumentException().isThrownBy(() -> v.addScaled(1f, other));
        }
    }

    @Nested
    class Views {

        private final Matrix whole = new Matrix(new float[40], 2, 4, 5, 7);

        @Test
        void elementsLieStrideApart() {
            whole.set(2, 3, 9f);
            assertThat(whole.data()[2 + 2 * 7 + 3]).isEqualTo(9f);
            assertThat(whole.get(2, 3)).isEqualTo(9f);
            assertThat(whole.row(3)).isEqualTo(23);
        }

        @Test
        void rowsColumnsAndGroupsAreViewsOfTheSameElements() {
            whole.set(2, 3, 9f);
            assertThat(whole.rows(1, 2).get(1, 3)).isEqualTo(9f);
            assertThat(whole.columns(3, 2).get(2, 0)).isEqualTo(9f);
            assertThat(whole.groups(2)).hasSize(2);
            assertThat(whole.groups(2)[1].get(0, 3)).isEqualTo(9f);
            assertThatThrownBy(() -> whole.rows(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> whole.columns(4, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        }

        @Test
        void fillSparesTheGaps() {
            whole.fill(1f);
            float sum = 0;
            for (float value : whole.data()) {
                sum += value;
            }
            assertThat(sum).isEqualTo(20f);
            assertThat(whole.isContiguous()).isFalse();
            assertThat(whole.rows(0, 1).isContiguous()).isTrue();
            assertThat(Matrix.zeros(2, 2).isContiguous()).isTrue();
        }

        @Test
        void viewsThatDoNotFitAreRefused() {
            float[] data = new float[10];
            assertThat(new Matrix(data, 1, 3, 3, 3).rows()).isEqualTo(3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Matrix(data, 2, 3, 3, 3))
                    .withMessage("view (3, 3) with stride 3 at 2 does not fit an array of 10");
            assertThatIllegalArgumentException().isThrownBy(() -> new Matrix(data, 0, 2, 3, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> new Matrix(data, -1, 1, 1, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> new Matrix(data, 0, 1 << 20, 1 << 12, 1 << 12));
        }
    }
}
