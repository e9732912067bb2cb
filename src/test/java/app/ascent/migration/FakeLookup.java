package app.ascent.migration;

import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What parents look up: the colour they name, which is a blend with another one, and the badges that name them, coloured, too. */
record FakeLookup<R>(Lookup<R> lookup, FakeSource source) implements LookupTable<R> {

    record Colour(@Nullable String name, @Nullable String seen, @Nullable Long blend) {}

    record Badge(@Nullable String name, @Nullable Long colour) {}

    static final Lookup<Colour> COLOURS = Lookup.byId("Colours", Colour.class);
    static final Lookup<Badge> BADGES = Lookup.byOwner("Badges", Badge.class, "wearer");

    @Override
    public Set<EntityType> neededBy() {
        return Set.of(FakeMigration.PARENTS);
    }

    @Override
    public SourcePage fetch(RunContext run, Segment segment, @Nullable Cursor from) throws InterruptedException {
        return source.fetchRows(type(), segment, from);
    }

    @Override
    public SourcePlan.Notice unreadable(long rows) {
        return new SourcePlan.Notice("UNREADABLE", rows + " rows are nobody's.");
    }

    @Override
    public SourcePlan.Notice withheld() {
        return new SourcePlan.Notice(UNREADABLE, type() + " were not to be read.");
    }

    /** Ascent knows which colours it has seen. */
    @Override
    public List<R> completed(RunContext run, List<R> rows) {
        return rows.stream()
                .map(row -> row instanceof Colour colour
                        ? lookup.row().cast(new Colour(colour.name(), "seen", colour.blend()))
                        : row)
                .toList();
    }

    @Override
    public List<Lookup.Key> lookUps(R row) {
        Long colour =
                switch (row) {
                    case Badge badge -> badge.colour();
                    case Colour blended -> blended.blend();
                    default -> null;
                };
        return colour == null ? List.of() : List.of(COLOURS.key(colour));
    }
}
