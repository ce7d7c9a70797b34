package org.longspan.microbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;
import org.openjdk.jmh.annotations.Param;

class TrainingStepBenchmarkTest {

    @Test
    void everyCellIsMeasured() throws NoSuchFieldException {
        Param cells = TrainingStepBenchmark.Cell.class.getField("cell").getAnnotation(Param.class);
        assertThat(cells.value())
                .containsExactly(Cells.all().stream().map(Entry::name).toArray(String[]::new));
    }
}
