package app.ascent.crm.web;

import app.ascent.crm.ClientDraft;
import app.ascent.crm.ClientId;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactDraft;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the fields and values of a conflict as the form does. */
@Component
class ClashWords {

    private static final Set<String> FLAGS =
            Set.of("taxExempt", "primary", "receivesEmailNotifications", "marketingOptOut");

    private final Texts texts;
    private final Clients clients;
    private final Users users;
    private final CurrentUser currentUser;

    ClashWords(Texts texts, Clients clients, Users users, CurrentUser currentUser) {
        this.texts = texts;
        this.clients = clients;
        this.users = users;
        this.currentUser = currentUser;
    }

    Map<String, Clash> between(ClientDraft mine, ClientDraft theirs, @Nullable String opened) {
        return Clashes.between(mine, theirs, opened, words("client."));
    }

    Map<String, Clash> between(ContactDraft mine, ContactDraft theirs, @Nullable String opened) {
        return Clashes.between(mine, theirs, opened, words("contact."));
    }

    private Clashes.Words words(String prefix) {
        return new Clashes.Words() {
            @Override
            public String label(String field) {
                String name =
                        field.endsWith("Id") && !field.equals("taxId") ? field.substring(0, field.length() - 2) : field;
                return texts.sayOr(prefix + name, texts.sayOr("record." + name, name));
            }

            @Override
            public String value(String field, String value) {
                return value.isEmpty() ? texts.say("form.clash.nothing") : shown(field, value);
            }
        };
    }

    private String shown(String field, String value) {
        return switch (field) {
            case "type" -> texts.sayOr("client.type." + value, value);
            case "status" -> texts.sayOr("record.status." + value, value);
            case "accountManagerId" -> named(value, this::member);
            case "parentId", "clientId" -> named(value, this::client);
            default -> FLAGS.contains(field) ? texts.say(value.equals("true") ? "record.yes" : "record.no") : value;
        };
    }

    private String named(String value, Function<UUID, @Nullable String> name) {
        try {
            String found = name.apply(UUID.fromString(value));
            return found == null ? texts.say("form.clash.unknown") : found;
        } catch (IllegalArgumentException noId) {
            return texts.say("form.clash.unknown");
        }
    }

    private @Nullable String member(UUID id) {
        UserId user = new UserId(id);
        return users.names(currentUser.organization(), List.of(user)).get(user);
    }

    private @Nullable String client(UUID id) {
        return clients.find(currentUser.organization(), new ClientId(id))
                .map(client -> client.fields().name())
                .orElse(null);
    }
}
