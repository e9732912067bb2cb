package app.ascent.files;

import app.ascent.audit.AuditedRecord;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Kinds of record that files are attached to: everybody reads those of crates, Admins add to them and read those of safes; lids have
 * no rights of their own, they are those of their crates.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Crates {

    public static final String KIND = "crates";
    public static final String HIDDEN = "safes";
    public static final String PARTS = "lids";

    private static final Map<Owner, AttachmentsOf.Subject> SUBJECTS = new ConcurrentHashMap<>();
    private static final Map<Owner, OrganizationId> HOMES = new ConcurrentHashMap<>();

    @Bean
    AttachmentsOf crates() {
        return kind(KIND, new AttachmentsOf.Rights("clients.read", "clients.delete"));
    }

    @Bean
    AttachmentsOf safes() {
        return kind(HIDDEN, new AttachmentsOf.Rights("users.manage", "users.manage"));
    }

    @Bean
    AttachmentsOf lids() {
        return kind(PARTS, null);
    }

    public static Owner built(OrganizationId organization) {
        return built(organization, KIND, null, false);
    }

    public static Owner built(OrganizationId organization, String kind, @Nullable Owner place, boolean closed) {
        Owner owner = new Owner(kind, Samples.id());
        HOMES.put(owner, organization);
        SUBJECTS.put(
                owner,
                new AttachmentsOf.Subject(
                        place == null ? owner : place,
                        "<b>Ærø</b>",
                        "/crates/" + owner.id(),
                        new AuditedRecord("Crate", owner.id().toString(), "<b>Ærø</b>"),
                        closed));
        return owner;
    }

    private static AttachmentsOf kind(String name, AttachmentsOf.@Nullable Rights rights) {
        return new AttachmentsOf() {
            @Override
            public String kind() {
                return name;
            }

            @Override
            public @Nullable Rights rights() {
                return rights;
            }

            @Override
            public Optional<Subject> find(OrganizationId organization, OwnerId id) {
                Owner owner = new Owner(name, id);
                return organization.equals(HOMES.get(owner))
                        ? Optional.ofNullable(SUBJECTS.get(owner))
                        : Optional.empty();
            }

            @Override
            public Set<OwnerId> held(OrganizationId organization, Collection<OwnerId> ids) {
                return ids.stream()
                        .filter(id -> find(organization, id).isPresent())
                        .collect(Collectors.toSet());
            }
        };
    }
}
