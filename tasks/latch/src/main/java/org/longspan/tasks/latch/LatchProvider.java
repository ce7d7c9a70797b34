package org.longspan.tasks.latch;

import java.util.List;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** The two-sequence problem in its three published forms, which differ in where there is noise. */
public final class LatchProvider implements TaskProvider {

    static final String NAME = "latch";
    static final int MOST_INFORMATIVE = 3;

    private static final String INFORMATIVE = "informative";
    private static final List<TwoSequenceForm> FORMS = List.of(TwoSequenceForm.A, TwoSequenceForm.B, TwoSequenceForm.C);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Tells, after a long stretch of noise, which of two classes the first elements showed.";
    }

    @Override
    public List<Variant> variants() {
        return FORMS.stream().map(TwoSequenceForm::variant).toList();
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.Number.whole(
                INFORMATIVE,
                "How many elements at the beginning show the class; the paper has 1 and 3.",
                1,
                1,
                MOST_INFORMATIVE));
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        TwoSequenceForm form = FORMS.stream()
                .filter(candidate -> candidate.variant().equals(known))
                .findFirst()
                .orElseThrow();
        return new TwoSequence(form, length, settings.whole(INFORMATIVE));
    }
}
