package app.ascent.importing;

import app.ascent.autotask.client.EntityQuery;
import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A look-up that is an entity of Autotask, called as its path. A bean of this type is all that a look-up needs. */
public class AutotaskTable<R> implements LookupTable<R> {

    private final AutotaskSource autotask;
    private final Lookup<R> lookup;
    private final Set<EntityType> neededBy;

    public AutotaskTable(AutotaskSource autotask, Lookup<R> lookup, Set<EntityType> neededBy) {
        this.autotask = autotask;
        this.lookup = lookup;
        this.neededBy = Set.copyOf(neededBy);
    }

    @Override
    public final Lookup<R> lookup() {
        return lookup;
    }

    @Override
    public final Set<EntityType> neededBy() {
        return neededBy;
    }

    @Override
    public SourcePage fetch(RunContext run, Segment segment, @Nullable Cursor from) throws InterruptedException {
        return autotask.fetch(run, EntityQuery.of(path()), segment, from);
    }

    @Override
    public SourcePlan.Notice unreadable(long rows) {
        return autotask.unreadable(path(), rows);
    }

    @Override
    public SourcePlan.Notice withheld() {
        return autotask.withheld(path());
    }

    private String path() {
        return lookup.type().name();
    }
}
