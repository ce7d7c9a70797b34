package org.longspan.microbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;
import org.openjdk.jmh.annotations.Param;

class MicrobenchmarksTest {

    @Test
    void everyCellIsMeasured() {
        assertThat(Microbenchmarks.lists().get("cell"))
                .containsExactly(Cells.all().stream().map(Entry::name).toArray(String[]::new));
    }

    /** The values of a parameter that no benchmark has would be filled in nowhere. */
    @ParameterizedTest
    @CsvSource({
        "cell, org.longspan.microbench.CellBenchmark",
        "method, org.longspan.microbench.UpdateBenchmark",
        "optimizer, org.longspan.microbench.OptimizerBenchmark",
        "clipping, org.longspan.microbench.ClippingBenchmark",
        "task, org.longspan.microbench.FillingBenchmark"
    })
    void aBenchmarkHasTheParameterAndAValueOfTheList(String parameter, String benchmark)
            throws ReflectiveOperationException {
        Param values = Class.forName(benchmark).getField(parameter).getAnnotation(Param.class);
        assertThat(Microbenchmarks.lists().get(parameter)).contains(values.value());
    }
}
