package app.ascent.conversation;

import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Kinds of record that have conversations: everybody reads those of boats, Admins add to them and read those of submarines. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Boats.BoatPage.class)
public class Boats {

    public static final String KIND = "boats";
    public static final String HIDDEN = "submarines";

    private static final Map<Owner, ConversationsOf.Subject> SUBJECTS = new ConcurrentHashMap<>();
    private static final Map<Owner, OrganizationId> HOMES = new ConcurrentHashMap<>();

    @Bean
    ConversationsOf boats() {
        return kind(KIND, "clients.read", "clients.delete");
    }

    @Bean
    ConversationsOf submarines() {
        return kind(HIDDEN, "users.manage", "users.manage");
    }

    public static Owner launched(OrganizationId organization) {
        return launched(organization, KIND, false);
    }

    public static Owner launched(OrganizationId organization, String kind, boolean closed) {
        Owner owner = new Owner(kind, Samples.id());
        String address = "/boats/%s/%s".formatted(kind, owner.id());
        HOMES.put(owner, organization);
        SUBJECTS.put(owner, new ConversationsOf.Subject("<b>Ærø</b>", address, "Boat", closed));
        return owner;
    }

    private static ConversationsOf kind(String name, String read, String write) {
        return new ConversationsOf() {
            @Override
            public String kind() {
                return name;
            }

            @Override
            public String readAuthority() {
                return read;
            }

            @Override
            public String writeAuthority() {
                return write;
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

    @Controller
    @PreAuthorize("isAuthenticated()")
    static class BoatPage {

        @GetMapping("/boats/{kind}/{id}")
        String show(@PathVariable String kind, @PathVariable UUID id, Model model) {
            model.addAttribute("kind", kind);
            model.addAttribute("id", id);
            return "boats/boat";
        }
    }
}
