package app.ascent.record.search;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.page.Permitted;
import app.ascent.record.search.KindSearch.Row;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds records of all kinds that whoever looks may see: a statement for each kind, and one for each kind of owner. */
@Component
public class Search {

    private final List<KindSearch> kinds;
    private final RecordNames names;

    Search(List<Searchable> kinds, RecordNames names, JdbcClient jdbc) {
        this.kinds = kinds.stream()
                .sorted(Comparator.comparingInt(Searchable::place))
                .map(kind -> new KindSearch(jdbc, kind))
                .toList();
        this.names = names;
    }

    /** Kinds of which something was found, those with an exact match first. */
    @Transactional(readOnly = true)
    public List<FoundOfKind> all(OrganizationId organization, Wanted wanted) {
        if (wanted.state() != Wanted.State.FINE) {
            return List.of();
        }
        Map<Searchable, List<Row>> found = new LinkedHashMap<>();
        for (KindSearch kind : kinds) {
            if (Permitted.to(kind.kind().authority())) {
                found.put(kind.kind(), kind.find(organization, wanted));
            }
        }
        Map<Object, String> owners = names.of(
                organization,
                found.values().stream()
                        .flatMap(List::stream)
                        .map(Row::owner)
                        .filter(Objects::nonNull)
                        .toList());
        return found.entrySet().stream()
                .map(each -> found(each.getKey(), each.getValue(), owners))
                .filter(each -> !each.hits().isEmpty())
                .sorted(Comparator.comparing(each -> !each.exact()))
                .toList();
    }

    private static FoundOfKind found(Searchable kind, List<Row> rows, Map<Object, String> owners) {
        List<Hit> hits = rows.stream()
                .<Hit>mapMulti((row, some) -> {
                    if (row.hit() != null) {
                        some.accept(belonging(row.hit(), row.owner() == null ? null : owners.get(row.owner())));
                    }
                })
                .toList();
        return new FoundOfKind(
                kind, hits, rows.getFirst().count(), rows.getFirst().counted());
    }

    private static Hit belonging(Hit hit, @Nullable String owner) {
        return owner == null
                ? hit
                : new Hit(
                        hit.id(),
                        hit.address(),
                        hit.title(),
                        Stream.concat(hit.told().stream(), Stream.of(owner)).toList(),
                        hit.source(),
                        hit.sourceNumber(),
                        hit.match());
    }
}
