package app.ascent.migration.spi;

/** Points to a record at the source. */
public record SourceRef(EntityType type, SourceId id) {

    /** The same as everybody but the engine names it: by the whole type, and its part with the id. */
    public SourceRef listed() {
        return new SourceRef(type.whole(), new SourceId(type.part(), id.value()));
    }

    /** The same as the engine names it; whether there is such a part is not asked here. */
    public SourceRef inside() {
        String part = id.part();
        return part == null ? this : new SourceRef(type.part(part), new SourceId(id.value()));
    }
}
