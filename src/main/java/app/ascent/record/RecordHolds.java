package app.ascent.record;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused.Dependents;
import java.util.List;
import org.springframework.stereotype.Component;

/** What, of whatever kinds, holds a record with the client that it has. */
@Component
public class RecordHolds {

    private final List<HoldsOf<?>> kinds;

    RecordHolds(List<HoldsOf<?>> kinds) {
        this.kinds = kinds;
    }

    /** Of each kind that has some. */
    public List<Dependents> of(OrganizationId organization, Object id) {
        return kinds.stream()
                .filter(kind -> kind.ids().isInstance(id))
                .map(kind -> count(kind, organization, id))
                .filter(some -> some.count() > 0)
                .toList();
    }

    private static <I> Dependents count(HoldsOf<I> kind, OrganizationId organization, Object id) {
        return kind.count(organization, kind.ids().cast(id));
    }
}
