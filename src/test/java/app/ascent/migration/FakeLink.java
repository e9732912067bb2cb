package app.ascent.migration;

import app.ascent.autotask.Wanted;
import app.ascent.migration.spi.DeferredLink;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parents under other parents: nobody else changes that, and circles do no harm. */
record FakeLink(FakeTargets targets) implements DeferredLink {

    @Override
    public String field() {
        return "parent";
    }

    @Override
    public List<Chosen> chosen(RunContext run, List<Wanted> page) {
        return List.of();
    }

    @Override
    public void set(RunContext run, List<Wanted> page) {
        page.forEach(link -> targets.putAbove(link.record(), link.target()));
    }

    @Override
    public boolean cutsCircles() {
        return false;
    }

    @Override
    public List<Standing> standing(RunContext run, Collection<TargetId> records) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<List<InCircle>> circles(RunContext run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(RunContext run, Map<TargetId, @Nullable TargetId> links) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tellLost(RunContext run, List<Moved> links) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tellGivenBack(RunContext run, List<Moved> links) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<TargetId, String> names(RunContext run, Collection<TargetId> records) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String missing(SourceRef to, Resolution resolution) {
        return "It stands alone.";
    }
}
