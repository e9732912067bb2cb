package app.ascent.journey.inbox;

import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskEntity;
import app.ascent.importing.ClientsForCompanies;
import app.ascent.importing.Reasons;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.inbox.RecordDetail.Link;
import app.ascent.journey.inbox.RecordDetail.Retry;
import app.ascent.journey.inbox.RecordDetail.Written;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceRef;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Opens one record: the plain reason, the ways out, and both sides of it. */
@Component
class RecordDetails {

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final Reasons reasons;
    private final RawPayload payloads;
    private final WrittenFields fields;
    private final AutotaskEntities entities;
    private final Reports reports;

    RecordDetails(
            Formats formats,
            Texts texts,
            RecordTypes types,
            Reasons reasons,
            RawPayload payloads,
            WrittenFields fields,
            AutotaskEntities entities,
            Reports reports) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
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
        Optional<RecordView> parent = parent(place, found);
        RawPayload.Lines payload = payloads.of(found.payload(), found.field());
        Object now = standing(organization, found, kind);
        boolean written = found.outcome() == Outcome.LOADED || found.outcome() == Outcome.WARNED;
        List<Written> lines = written
                ? kind.map(each -> fields.of(organization, each, found.written(), now, found.field()))
                        .orElse(List.of())
                : List.of();
        return new RecordDetail(
                place.record(found),
                parent.map(this::ofParent).orElseGet(() -> sentence(found)),
                found.code(),
                links(place, found, parent, kind, now),
                kind.flatMap(each ->
                                each.webAddress(place.zone(), found.sourceId().value()))
                        .orElse(null),
                texts.say("record.read", formats.dateTime(found.pulledAt())),
                payload.filled(),
                payload.empty(),
                payload.empty().isEmpty()
                        ? null
                        : texts.say("record.folded", (long) payload.empty().size()),
                payload.readable(),
                lines,
                written && now == null && lines.isEmpty() && kind.isPresent(),
                found.result() == null ? null : texts.sayOr("record.result." + found.result(), ""),
                written ? null : advice(place, found, parent.map(each -> origin(place, each))),
                retry(place, found, written, here));
    }

    private List<Link> links(
            Place place,
            RecordView found,
            Optional<RecordView> parent,
            Optional<AutotaskEntity> kind,
            @Nullable Object now) {
        UUID target = found.targetId();
        Stream<Link> itself = target == null
                ? Stream.empty()
                : kind.flatMap(each -> each.page(target)).map(page -> open(found.entity(), page)).stream();
        Stream<Link> owner = kind
                .flatMap(each -> fields.owner(each, found.written(), now))
                .map(each -> open(each.kind(), each.page()))
                .stream();
        Stream<Link> instead = Stream.of(ClientsForCompanies.missing(found))
                .flatMap(Optional::stream)
                .filter(company -> place.current())
                .map(company -> new Link(
                        MissingParentViews.under(place, company),
                        texts.say("under.act"),
                        types.icon(company.type().name())));
        Stream<Link> missing = parent.stream()
                .map(each -> new Link(
                        place.record(each),
                        texts.say("record.parent.open", types.oneInText(each.entity())),
                        types.icon(each.entity())));
        return Stream.of(itself, owner, instead, missing)
                .flatMap(Function.identity())
                .toList();
    }

    private Link open(String entity, String page) {
        return new Link(page, types.open(entity), types.icon(entity));
    }

    /** The record as it is in Ascent now; null where it is not, or not any more. */
    private static @Nullable Object standing(
            OrganizationId organization, RecordView found, Optional<AutotaskEntity> kind) {
        UUID target = found.targetId();
        return target == null
                ? null
                : kind.flatMap(each -> each.standing(organization, target)).orElse(null);
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
        return code == null
                ? texts.say("record.loaded")
                : reasons.ofCase(found).map(formats::withTimes).orElseGet(() -> reasons.fact(code));
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

    /**
     * The record that all waits for: of a note on a task of a template, the template. No type waits for itself, so that there
     * are no more than there are types.
     */
    private RecordView origin(Place place, RecordView parent) {
        return parent(place, parent)
                .filter(each -> !each.entity().equals(parent.entity()))
                .map(each -> origin(place, each))
                .orElse(parent);
    }

    private String ofParent(RecordView parent) {
        Object[] words = {
            Objects.requireNonNullElse(parent.name(), texts.say("issues.name.unreadable")),
            types.id(parent.sourceId()),
            types.oneInText(parent.entity()),
            types.targetInText(parent.entity())
        };
        return texts.sayOr(
                "record.parent." + parent.code(), texts.say("record.parent." + parent.outcome(), words), words);
    }

    /** What to do about a record that was not written: one thing, and only what can be done now. */
    private String advice(Place place, RecordView found, Optional<RecordView> origin) {
        SourceRef missing = found.parent();
        if (missing != null && ClientsForCompanies.missing(found).isEmpty()) {
            String comes = texts.say(
                    "record.advice.parent",
                    types.oneInText(missing.type().whole().name()));
            return origin.map(each ->
                            texts.sayOr("record.advice.parent." + each.code(), comes, types.oneInText(each.entity())))
                    .orElse(comes);
        }
        String field = found.field();
        boolean known = field != null
                && (Reason.INVALID_VALUE.code().equals(found.code())
                        || Reason.SOURCE_ERROR.code().equals(found.code()) && found.value() != null);
        String then = texts.say("record.then." + place.next());
        String key = "record.advice." + (known ? "field" : found.code());
        return texts.sayOr(
                key,
                texts.say("record.advice.other", then),
                then,
                field == null ? "" : reasons.field(found.entity(), field));
    }
}
