package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Entered;
import app.ascent.text.Folded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds records that may be the one somebody is about to add. Two of one name can be meant, so that this is told and
 * forbids nothing.
 */
@Service
public class Doubles {

    /** More than these would not be read. */
    private static final int TOLD = 5;

    private static final PageRequest LOOKED_AT = PageRequest.of(0, 25);
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final ClientReading clients;
    private final ContactReading contacts;

    Doubles(ClientReading clients, ContactReading contacts) {
        this.clients = clients;
        this.contacts = contacts;
    }

    /** Clients of this very name, case, accents and blanks aside. */
    @Transactional(readOnly = true)
    public List<ClientView> called(OrganizationId organization, String name) {
        return clients.called(organization, Folded.text(name), LOOKED_AT).getContent();
    }

    /** Clients with the name, punctuation aside too, or with the number. */
    @Transactional(readOnly = true)
    public List<ClientView> clients(OrganizationId organization, Entered entered) {
        String name = bare(entered.text("name"));
        String number = Folded.text(entered.text("number"));
        Map<ClientId, ClientView> doubles = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            keep(doubles, called(organization, Objects.requireNonNullElse(entered.text("name"), "")), client -> true);
            keep(
                    doubles,
                    search(organization, name),
                    client -> isBare(client.fields().name(), name));
        }
        if (!number.isEmpty()) {
            keep(
                    doubles,
                    search(organization, number),
                    client -> number.equals(Folded.text(client.fields().number())));
        }
        return doubles.values().stream().limit(TOLD).toList();
    }

    /** Contacts anywhere with one of the addresses, and those of the same client with the name. */
    @Transactional(readOnly = true)
    public List<ContactView> contacts(OrganizationId organization, Entered entered) {
        Map<ContactId, ContactView> doubles = new LinkedHashMap<>();
        for (String address : addresses(entered)) {
            ContactFilter everywhere = new ContactFilter(address, null, null, null);
            contacts.some(organization, everywhere, LOOKED_AT)
                    .page()
                    .filter(contact -> addresses(contact.fields()).contains(address))
                    .forEach(contact -> doubles.putIfAbsent(contact.id(), contact));
        }
        String name = bare(Stream.of("firstName", "middleName", "lastName")
                .map(entered::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
        ClientId client = client(entered);
        if (client != null && !name.isEmpty()) {
            contacts.some(organization, new ContactFilter(name, client, null, null), LOOKED_AT)
                    .page()
                    .filter(contact -> isBare(contact.name(), name))
                    .forEach(contact -> doubles.putIfAbsent(contact.id(), contact));
        }
        return doubles.values().stream().limit(TOLD).toList();
    }

    private List<ClientView> search(OrganizationId organization, String words) {
        return clients.some(organization, new ClientFilter(words, null, null, null), LOOKED_AT)
                .page()
                .getContent();
    }

    private static void keep(Map<ClientId, ClientView> doubles, List<ClientView> found, Predicate<ClientView> fits) {
        found.stream().filter(fits).forEach(client -> doubles.putIfAbsent(client.id(), client));
    }

    private static @Nullable ClientId client(Entered entered) {
        try {
            String id = entered.text("clientId");
            return id == null ? null : new ClientId(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static Set<String> addresses(Entered entered) {
        return addresses(Stream.of("email", "otherEmails")
                .flatMap(field -> Stream.of(entered.comparable(field).split("[\\s,;]+"))));
    }

    private static Set<String> addresses(ContactFields contact) {
        return addresses(Stream.concat(
                Stream.of(Objects.requireNonNullElse(contact.email(), "")), contact.otherEmails().stream()));
    }

    private static Set<String> addresses(Stream<String> all) {
        return all.map(Folded::text).filter(each -> !each.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code Müller, Ltd.} becomes {@code muller ltd}. */
    private static String bare(@Nullable String name) {
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(Folded.text(name))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isBare(String name, String bare) {
        return bare(name).equals(bare);
    }
}
