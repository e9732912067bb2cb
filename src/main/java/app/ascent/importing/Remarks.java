package app.ascent.importing;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.Doubles;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceId;
import app.ascent.record.Provenance;
import app.ascent.record.SourceInsight.Part;
import app.ascent.record.SourceInsight.Remark;
import app.ascent.record.field.Entered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/**
 * Words the remarks of a Source card. A remark that is about another record names it and leads to it: an id of Autotask's
 * tells people in Ascent nothing.
 */
@Component
class Remarks {

    private static final String CLIENTS = "clients";
    private static final String COMPANIES = "companies";

    /** Fields of Autotask's that hold the id of a company. */
    private static final Set<String> COMPANY_FIELDS = Set.of("parentCompanyID", "companyID");

    /** Its remark names no record, though there is one. */
    private static final String SECOND_PRIMARY = "SECOND_PRIMARY";

    private static final Pattern ID = Pattern.compile("((?:has|with) the ID )?(?<![\\w.,-])(\\d{1,18})(?![\\w-])");
    private static final PageRequest ONE = PageRequest.of(0, 1);

    private final Clients clients;
    private final Contacts contacts;
    private final Doubles doubles;
    private final Reports reports;
    private final Reasons reasons;

    Remarks(Clients clients, Contacts contacts, Doubles doubles, Reports reports, Reasons reasons) {
        this.clients = clients;
        this.contacts = contacts;
        this.doubles = doubles;
        this.reports = reports;
        this.reasons = reasons;
    }

    /** @param type of the record the card is about, {@code clients} or {@code contacts} */
    record About(OrganizationId organization, MigrationId migration, String type, Provenance source) {

        boolean isClient() {
            return type.equals(CLIENTS);
        }
    }

    Remark of(About about, RecordView finding, String sentence) {
        if (SECOND_PRIMARY.equals(finding.code())) {
            return ofSecondPrimary(about);
        }
        List<Part> parts = new ArrayList<>();
        if (reasons.compares(finding.code())) {
            parts.add(new Part(reasons.text(Objects.requireNonNullElse(finding.code(), "")) + " "));
        }
        named(about, finding, sentence, parts);
        List<Part> others = alike(about, finding);
        for (int at = 0; at < others.size(); at++) {
            parts.add(new Part(at == 0 ? " " : ", "));
            parts.add(others.get(at));
        }
        return new Remark(parts);
    }

    /** Puts the name of the record in the place of its id. */
    private void named(About about, RecordView finding, String sentence, List<Part> parts) {
        Matcher id = ID.matcher(sentence);
        int at = 0;
        while (id.find()) {
            Part other = meant(about, finding, id);
            if (other != null) {
                parts.add(new Part(sentence.substring(at, id.start()) + (id.group(1) == null ? "" : "is ")));
                parts.add(other);
                at = id.end();
            }
        }
        parts.add(new Part(sentence.substring(at)));
    }

    private @Nullable Part meant(About about, RecordView finding, Matcher id) {
        long number = Long.parseLong(id.group(2));
        if (reasons.compares(finding.code()) && id.group(1) != null) {
            return inAscent(about, about.type(), number).orElse(null);
        }
        return COMPANY_FIELDS.contains(finding.field()) && id.group(2).equals(finding.value())
                ? inAscent(about, CLIENTS, number)
                        .or(() -> leftOut(about, number))
                        .orElse(null)
                : null;
    }

    private Optional<Part> inAscent(About about, String type, long id) {
        Provenance source =
                new Provenance(about.source().system(), about.source().database(), id);
        return type.equals(CLIENTS)
                ? clients.find(about.organization(), source).map(Remarks::part)
                : contacts.find(about.organization(), source).map(Remarks::part);
    }

    /** A company that did not become a client has a page of the migration's, which the Owner can open. */
    private Optional<Part> leftOut(About about, long id) {
        RecordFilter company = new RecordFilter(COMPANIES, null, null, new SourceId(id));
        return reports.issues(about.organization(), about.migration(), company, ONE).stream()
                .filter(record -> record.name() != null)
                .map(record -> new Part(
                        Objects.requireNonNull(record.name()),
                        ImportPages.ROOT + about.migration() + "/issues/" + COMPANIES + "/" + id,
                        true))
                .findFirst();
    }

    private Remark ofSecondPrimary(About about) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(reasons.text(SECOND_PRIMARY)));
        contacts.find(about.organization(), about.source())
                .flatMap(contact -> contacts.primaryOf(
                        about.organization(), contact.fields().clientId()))
                .ifPresent(primary -> parts.addAll(List.of(new Part(" It is "), part(primary), new Part("."))));
        return new Remark(parts);
    }

    /** Records that fitted this one just as well, as they are now. */
    private List<Part> alike(About about, RecordView finding) {
        if (!Reason.AMBIGUOUS_MATCH.code().equals(finding.code())) {
            return List.of();
        }
        return about.isClient()
                ? clients.find(about.organization(), about.source()).stream()
                        .flatMap(
                                client -> doubles
                                        .clients(about.organization(), Entered.of(ClientFields.FIELDS, client.fields()))
                                        .stream()
                                        .filter(other -> !other.id().equals(client.id())))
                        .map(Remarks::part)
                        .toList()
                : contacts.find(about.organization(), about.source()).stream()
                        .flatMap(
                                contact -> doubles
                                        .contacts(
                                                about.organization(),
                                                Entered.of(ContactFields.FIELDS, contact.fields()))
                                        .stream()
                                        .filter(other -> !other.id().equals(contact.id())))
                        .map(Remarks::part)
                        .toList();
    }

    private static Part part(ClientView client) {
        return new Part(client.fields().name(), "/clients/" + client.id(), false);
    }

    private static Part part(ContactView contact) {
        return new Part(contact.name(), "/contacts/" + contact.id(), false);
    }
}
