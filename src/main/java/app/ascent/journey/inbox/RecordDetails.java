package app.ascent.journey.inbox;

import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskEntity;
import app.ascent.importing.ClientsForContacts;
import app.ascent.importing.Reasons;
import app.ascent.journey.inbox.RecordDetail.Retry;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.Reason;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Opens one record: the plain reason, the ways out, and both sides of it. */
@Component
class RecordDetails {

    private final Formats formats;
    private final Texts texts;
    private final Reasons reasons;
    private final RawPayload payloads;
    private final WrittenFields fields;
    private final AutotaskEntities entities;
    private final Reports reports;

    RecordDetails(
            Formats formats,
            Texts texts,
            Reasons reasons,
            RawPayload payloads,
            WrittenFields fields,
            AutotaskEntities entities,
            Reports reports) {
        this.formats = formats;
        this.texts = texts;
        this.reasons = reasons;
        this.payloads = payloads;
        this.fields = fields;
        this.entities = entities;
        this.reports = reports;
    }

    /** @param here address at which the record is shown like this */
    RecordDetail of(Place place, RecordView found, String here) {
        OrganizationId organization = place.organization();
        Optional<AutotaskEntity> kind = entities.of(found.entity(), found.sourceId());
        UUID target = found.targetId();
        Optional<RecordView> parent = parent(place, found);
        RawPayload.Lines payload = payloads.of(found.payload(), found.field());
        boolean written = found.outcome() == Outcome.LOADED || found.outcome() == Outcome.WARNED;
        return new RecordDetail(
                place.record(found),
                parent.map(this::ofParent).orElseGet(() -> sentence(found)),
                found.code(),
                target == null ? null : kind.map(each -> each.page(target)).orElse(null),
                texts.sayOr("entity." + found.entity() + ".open", texts.say("record.open")),
                texts.sayOr("entity." + found.entity() + ".icon", "file-text"),
                fields.owner(found.written()).orElse(null),
                under(place, found),
                parent.map(place::record).orElse(null),
                kind.map(each -> each.webAddress(place.zone(), found.sourceId().value()))
                        .orElse(null),
                texts.say("record.read", formats.dateTime(found.pulledAt())),
                payload.filled(),
                payload.empty(),
                payload.empty().isEmpty()
                        ? null
                        : texts.say("record.folded", (long) payload.empty().size()),
                payload.readable(),
                written
                        ? fields.of(
                                organization,
                                found.entity(),
                                found.written(),
                                target == null
                                        ? null
                                        : kind.flatMap(each -> each.standing(organization, target))
                                                .orElse(null),
                                found.field())
                        : List.of(),
                found.result() == null ? null : texts.sayOr("record.result." + found.result(), ""),
                written ? null : advice(place, found),
                retry(place, found, written, here));
    }

    /** Where a client is chosen for a contact whose company is not in Ascent. */
    private static @Nullable String under(Place place, RecordView found) {
        return place.current()
                ? ClientsForContacts.missing(found)
                        .map(company -> MissingParentViews.under(place, company))
                        .orElse(null)
                : null;
    }

    private @Nullable Retry retry(Place place, RecordView found, boolean written, String here) {
        String code = found.code();
        return place.ended() && !written && code != null && reasons.retryable(code)
                ? new Retry(found.entity(), found.sourceId().toString(), code, here)
                : null;
    }

    /** What happened to the record, named by its case where there is one; what to do about it stands by itself. */
    private String sentence(RecordView found) {
        String code = found.code();
        return code == null ? texts.say("record.loaded") : reasons.ofCase(found).orElseGet(() -> reasons.fact(code));
    }

    /** What a missing parent ran into: it is a record of this run, too. */
    private Optional<RecordView> parent(Place place, RecordView found) {
        return Optional.ofNullable(found.parent())
                .map(parent -> new RecordFilter(parent.type().name(), null, null, parent.id(), null, null, place.run()))
                .flatMap(parent ->
                        reports.issues(place.organization(), place.migration(), parent, PageRequest.of(0, 1)).stream()
                                .filter(each -> each.outcome() != Outcome.WARNED)
                                .findFirst());
    }

    private String ofParent(RecordView company) {
        return texts.say(
                "record.parent." + company.outcome(),
                Objects.requireNonNullElse(company.name(), texts.say("issues.name.unreadable")),
                company.sourceId().toString());
    }

    /** What to do about a record that was not written: one thing, and only what can be done now. */
    private String advice(Place place, RecordView found) {
        String field = found.field();
        boolean known = field != null
                && (Reason.INVALID_VALUE.code().equals(found.code())
                        || Reason.SOURCE_ERROR.code().equals(found.code()));
        String then = texts.say("record.then." + place.next());
        String key = "record.advice." + (known ? "field" : found.code());
        return texts.sayOr(
                key,
                texts.say("record.advice.other", then),
                then,
                field == null ? "" : reasons.field(found.entity(), field));
    }
}
