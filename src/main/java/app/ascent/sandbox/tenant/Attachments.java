package app.ascent.sandbox.tenant;

import app.ascent.sandbox.SandboxProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files people, and programs, have attached to whatever bears them. What is in them is made when somebody asks for it. */
final class Attachments implements Records {

    private static final long FIRST = 880_123;
    private static final int APART = 3;
    private static final Instant LONG_AGO = Instant.parse("2010-01-01T00:00:00Z");

    /** Each comes among the ordinary files. */
    private static final List<AttachmentOwner> OWNERS = List.of(
            AttachmentOwner.TICKET,
            AttachmentOwner.TICKET_NOTE,
            AttachmentOwner.COMPANY,
            AttachmentOwner.TICKET,
            AttachmentOwner.TIME_ENTRY,
            AttachmentOwner.TASK,
            AttachmentOwner.TICKET,
            AttachmentOwner.PROJECT,
            AttachmentOwner.CONFIGURATION_ITEM,
            AttachmentOwner.TICKET,
            AttachmentOwner.CONTRACT_NOTE,
            AttachmentOwner.TICKET_NOTE,
            AttachmentOwner.PROJECT_NOTE,
            AttachmentOwner.TICKET,
            AttachmentOwner.TASK_NOTE);

    private static final List<FileKind> KINDS = List.of(FileKind.values());
    private static final List<AttachmentQuirk> QUIRKS = List.of(AttachmentQuirk.values());

    /** @param seed of what is in it */
    private record File(Row row, AttachmentQuirk quirk, FileKind kind, long seed, long size) {}

    private final SandboxProperties properties;
    private final Function<Entity, Table> tables;
    private final LocalDate today;
    private final List<File> files = new ArrayList<>();
    private final Listed rows;
    private final Map<String, Map<Long, List<Span>>> byOwner = new HashMap<>();

    /** @param tables of what bears files */
    Attachments(SandboxProperties properties, Function<Entity, Table> tables, LocalDate today) {
        this.properties = properties;
        this.tables = tables;
        this.today = today;
        for (int index = 0; index < properties.files(); index++) {
            add(index);
        }
        this.rows = new Listed(
                Entity.ATTACHMENT_INFO.schema(), files.stream().map(File::row).toList(), "title");
        Set<String> fields = AttachmentOwner.fields();
        for (int place = 0; place < files.size(); place++) {
            Span span = new Span(place, place + 1);
            Row row = files.get(place).row();
            fields.forEach(field -> index(field, row.get(field), span));
        }
    }

    private void index(String field, @Nullable Object owner, Span span) {
        Map<Long, List<Span>> owners = byOwner.computeIfAbsent(field, _ -> new HashMap<>());
        if (owner instanceof Long id) {
            owners.computeIfAbsent(id, _ -> new ArrayList<>()).add(span);
        }
    }

    private AttachmentQuirk quirk(int index) {
        boolean turn = properties.oddFiles() && index % APART == 1 && index / APART < QUIRKS.size();
        return turn ? QUIRKS.get(index / APART) : AttachmentQuirk.NONE;
    }

    /** What nothing is there to bear is left out. */
    private void add(int index) {
        AttachmentQuirk quirk = quirk(index);
        AttachmentOwner owner = quirk == AttachmentQuirk.NONE ? OWNERS.get(index % OWNERS.size()) : quirk.owner();
        Table records = tables.apply(owner.records());
        if (records.size() == 0) {
            return;
        }
        var dice = new Dice(properties.seed(), "file", index);
        FileKind kind = KINDS.get(dice.below(KINDS.size()));
        Row record = records.at(place(owner, index, records.size(), dice));
        long id = FIRST + 2L * files.size();
        byte[] text = quirk.content();
        File before = files.isEmpty() ? null : files.getLast();
        if (quirk == AttachmentQuirk.CONTENT_TWICE && before != null) {
            Row twin = row(id, owner, record, before.kind(), before.size(), dice);
            files.add(new File(twin, quirk, before.kind(), before.seed(), before.size()));
            return;
        }
        long size = text == null ? kind.with(size(dice)) : text.length;
        Row row = row(id, owner, record, kind, size, dice);
        if (quirk == AttachmentQuirk.NAME_TWICE && before != null) {
            row = new Row(before.row()).put("id", id).put("fileSize", row.get("fileSize"));
            kind = before.kind();
        }
        if (quirk == AttachmentQuirk.LISTED_TWICE) {
            row.put("projectID", record.get("projectID"));
        }
        quirk.spoil(row);
        files.add(new File(row, quirk, kind, id, size));
    }

    /** One ticket has more files than a page shows, and what is open has more than its share. */
    private static long place(AttachmentOwner owner, int index, long size, Dice dice) {
        if (owner == AttachmentOwner.TICKET && index % 4 == 0 && size > 10 * Tickets.TALKED_ABOUT) {
            return Tickets.TALKED_ABOUT;
        }
        int lately = (int) (size * 15 / 100) + 1;
        return dice.chance(25) ? size - 1 - dice.below(lately) : dice.below((int) size);
    }

    /** Most are small, one in fifty is a tenth of the largest, and one in a thousand is that. */
    private long size(Dice dice) {
        long least = properties.fileSizeMin().toBytes();
        long most = properties.fileSizeMax().toBytes();
        int share = dice.below(1_000);
        double part = share == 0 ? 1 : dice.fraction() / (share <= 20 ? 10 : 120);
        return least + (long) ((most - least) * part);
    }

    private Row row(long id, AttachmentOwner owner, Row record, FileKind kind, long size, Dice dice) {
        String name = kind.name(dice);
        Long contact = dice.chance(30) ? contact(record) : null;
        Row row = new Row(Entity.ATTACHMENT_INFO.schema(), id)
                .put("attachDate", attached(record, dice))
                .put("attachedByContactID", contact)
                .put("attachedByResourceID", contact == null ? Resources.engineer(dice) : null)
                .put("attachmentType", "FILE_ATTACHMENT")
                .put("contentType", kind.type())
                .put("creatorType", contact == null ? 1 : 2)
                .put("fileSize", BigDecimal.valueOf(size).setScale(2))
                .put("fullPath", name)
                .put("publish", dice.chance(60) ? 1 : 2)
                .put("title", name.substring(0, name.lastIndexOf('.')));
        owner.take(row, record);
        return row;
    }

    private static @Nullable Long contact(Row record) {
        return held(record, Stream.of("contactID", "createdByContactID")) instanceof Long contact ? contact : null;
    }

    /** Not long behind the record itself, so far as that says when it came. */
    private Instant attached(Row record, Dice dice) {
        Instant now = Moments.of(today);
        Object created = held(record, Stream.of("createDateTime", "createDate", "startDate"));
        Instant begin = created instanceof Instant instant && instant.isAfter(LONG_AGO) && instant.isBefore(now)
                ? instant
                : now.minus(30L + dice.below(700), ChronoUnit.DAYS);
        Instant attached = begin.plusMillis(60_000L + dice.below(90_000_000));
        return attached.isBefore(now) ? attached : begin;
    }

    private static @Nullable Object held(Row record, Stream<String> fields) {
        return fields.filter(field -> record.schema().indexOf(field) >= 0)
                .map(field -> record.get(field))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    /** What is in the file with that id; in one that was added, what is in the last. */
    Content content(long id) {
        File file = files.get((int) Math.clamp((id - FIRST) / 2, 0, files.size() - 1L));
        byte[] text = file.quirk().content();
        Delivery delivery = file.quirk().delivery();
        return text == null
                ? file.kind().content(file.seed(), file.size(), delivery)
                : new Content(text, text, text.length, delivery);
    }

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public long idAt(long index) {
        return index < rows.size() ? rows.idAt(index) : FIRST + 2 * index;
    }

    @Override
    public Row at(long index) {
        return rows.at(index).put("id", idAt(index));
    }

    @Override
    public @Nullable List<Span> where(String field, long value) {
        Map<Long, List<Span>> owners = byOwner.get(field);
        return owners == null ? null : owners.getOrDefault(value, List.of());
    }

    @Override
    public void edit(Row row, int revision) {
        rows.edit(row, revision);
    }
}
