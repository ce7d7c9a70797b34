package ${package};

import java.util.List;
import org.longspan.method.MethodProvider;
#if($kinds.contains("cell"))
import org.longspan.model.cell.CellFactory;
#end
import org.longspan.numerics.catalogue.Entry;
#if($kinds.contains("clipping"))
import org.longspan.optim.ClippingScheme;
#end
#if($kinds.contains("optimizer"))
import org.longspan.optim.Optimizer;
#end

/** The methods that {@code --methods} adds to the lists. */
public final class ${className}Provider implements MethodProvider {
#if($kinds.contains("optimizer"))

    @Override
    public List<Entry<Optimizer>> optimizers() {
        return List.of(SignSgd.ENTRY);
    }
#end
#if($kinds.contains("clipping"))

    @Override
    public List<Entry<ClippingScheme>> clippings() {
        return List.of(ClipByPeak.ENTRY);
    }
#end
#if($kinds.contains("cell"))

    @Override
    public List<Entry<CellFactory>> cells() {
        return List.of(SlowLeak.ENTRY);
    }
#end
}
