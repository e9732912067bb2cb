package app.ascent.importing.web.page;

import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.Reasons;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens one record: the plain reason, the ways out, and both sides of it. */
@Component
class RecordDetails {

    private final Formats formats;
    private final Texts texts;
    private final Reasons reasons;
    private final RawPayload payloads;
    private final WrittenFields fields;
    private final SourceAddresses addresses;
    private final RecordTypes types;

    RecordDetails(
            Formats formats,
            Texts texts,
            Reasons reasons,
            RawPayload payloads,
            WrittenFields fields,
            SourceAddresses addresses,
            RecordTypes types) {
        this.formats = formats;
        this.texts = texts;
        this.reasons = reasons;
        this.payloads = payloads;
        this.fields = fields;
        this.addresses = addresses;
        this.types = types;
    }

    RecordDetail of(OrganizationId organization, Zone zone, RecordView found, String root) {
        RawPayload.Lines payload = payloads.of(found.payload(), found.field());
        boolean written = found.outcome() == Outcome.LOADED || found.outcome() == Outcome.WARNED;
        return new RecordDetail(
                root + "/issues/" + found.entity() + "/" + found.sourceId(),
                sentence(found),
                found.code(),
                addresses.inAscent(found).orElse(null),
                texts.sayOr("entity." + found.entity() + ".open", texts.say("record.open")),
                texts.sayOr("entity." + found.entity() + ".icon", "file-text"),
                fields.client(found.written())
                        .map(client -> "/clients/" + client)
                        .orElse(null),
                addresses.inAutotask(zone, found).orElse(null),
                texts.say("record.read", formats.dateTime(found.pulledAt())),
                payload.filled(),
                payload.empty(),
                payload.empty().isEmpty()
                        ? null
                        : texts.say("record.folded", (long) payload.empty().size()),
                payload.readable(),
                written ? fields.of(organization, found.entity(), found.written(), found.field()) : List.of(),
                found.result() == null ? null : texts.sayOr("record.result." + found.result(), ""),
                written ? null : texts.say("record.nothing." + found.outcome()));
    }

    /** The mapper's own sentence names the case; the reason's is the fallback, and an unknown code shows itself. */
    private String sentence(RecordView found) {
        String detail = found.detail();
        if (detail != null && !detail.isBlank()) {
            return detail;
        }
        String code = found.code();
        return code == null ? texts.say("record.loaded") : text(found, code);
    }

    private String text(RecordView found, String code) {
        String used = found.usedInstead();
        if (used == null) {
            return reasons.text(code);
        }
        String value = types.value(used);
        return texts.sayOr(
                "record.used." + code, reasons.text(code) + " " + texts.say("record.used.instead", value), value);
    }
}
