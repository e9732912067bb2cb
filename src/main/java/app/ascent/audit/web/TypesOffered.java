package app.ascent.audit.web;

import app.ascent.audit.AuditedType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The types that the log can be narrowed to, those of all modules. */
@Component
class TypesOffered {

    private final List<String> names;

    /** An application in which two modules contribute one type must not start. */
    TypesOffered(List<AuditedType> contributed) {
        names = contributed.stream()
                .sorted(Comparator.comparingInt(AuditedType::order).thenComparing(AuditedType::name))
                .map(AuditedType::name)
                .toList();
        Set<String> different = new HashSet<>();
        names.forEach(name -> {
            if (!different.add(name)) {
                throw new IllegalStateException("Two types of audit entries are named " + name);
            }
        });
    }

    List<String> names() {
        return names;
    }
}
