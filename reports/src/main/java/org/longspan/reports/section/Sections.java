package org.longspan.reports.section;

import java.util.List;
import org.longspan.reports.page.Section;

/** The sections of the page, from top to bottom. */
public final class Sections {

    private static final List<Section> ALL = List.of(
            new RunSection(),
            new OptimizerSection(),
            new ClippingSection(),
            new ContrastSection(),
            new VarianceSection(),
            new ReachSection(),
            new ArmSection(),
            new LengthSection(),
            new RateSection(),
            new PhenomenaSection(),
            new CurveSection(),
            new CostSection(),
            new TrialSection(),
            new CaveatSection(),
            new MethodSection(),
            new CiteSection());

    private Sections() {}

    /** Returns all of them. */
    public static List<Section> all() {
        return ALL;
    }
}
