package app.ascent.record;

import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What records and people are called, whatever their kind: for whoever shows a reference to one. */
@Component
public class RecordNames {

    private final List<Naming<?>> namings;

    RecordNames(List<Naming<?>> namings) {
        this.namings = namings;
    }

    /** One statement for each type among the ids; what is gone is left out. */
    public Map<Object, String> of(OrganizationId organization, Collection<?> ids) {
        Map<Object, String> names = new HashMap<>();
        ids.stream()
                .distinct()
                .collect(Collectors.groupingBy(Object::getClass))
                .forEach((type, some) -> names.putAll(names(naming(type), organization, some)));
        return names;
    }

    private Naming<?> naming(Class<?> type) {
        return namings.stream()
                .filter(naming -> naming.ids() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody names a " + type));
    }

    private static <I> Map<I, String> names(Naming<I> naming, OrganizationId organization, List<?> ids) {
        return naming.names(organization, ids.stream().map(naming.ids()::cast).toList());
    }
}
