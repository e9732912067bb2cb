package app.ascent.record;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused.Dependents;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Records, of whatever kinds, that name a record and can do without it. */
@Component
public class RecordMentions {

    private final ObjectProvider<MentionsOf<?>> kinds;

    RecordMentions(ObjectProvider<MentionsOf<?>> kinds) {
        this.kinds = kinds;
    }

    /** Of each kind that has some. */
    public <I> List<Dependents> of(OrganizationId organization, I id) {
        return naming(id)
                .map(kind -> kind.count(organization, id))
                .filter(some -> some.count() > 0)
                .toList();
    }

    public <I> void forget(OrganizationId organization, I id, String name) {
        naming(id).forEach(kind -> kind.forget(organization, id, name));
    }

    @SuppressWarnings("unchecked") // asked for just before
    private <I> Stream<MentionsOf<I>> naming(I id) {
        return kinds.orderedStream().filter(kind -> kind.ids().isInstance(id)).map(kind -> (MentionsOf<I>) kind);
    }
}
