package app.ascent.importing.field;

import app.ascent.identity.UserId;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceDetails;
import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import app.ascent.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one record by the rules all entities share, and gathers what is to be said about it: remarks for
 * the report, originals for the Source card. Every method takes Autotask's name of the field and what stands there.
 */
public final class FieldReading {

    private static final String NAMELESS = "Field without a name";

    private static final int SHOWN = 200;

    private final String entity;
    private final References references;
    private final Dictionary dictionary;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> originals = new LinkedHashMap<>();
    private final Map<String, @Nullable String> userDefined = new LinkedHashMap<>();
    private final Set<String> unresolved = new HashSet<>();
    private final Set<String> assumed = new HashSet<>();
    private final Map<String, Finding> held = new HashMap<>();

    /** @param entity name of the entity type, with which its picklists begin in the dictionary */
    public FieldReading(String entity, References references) {
        this.entity = entity;
        this.references = references;
        this.dictionary = references.dictionary();
    }

    /** The label of a picklist value that may be empty; an unknown one leaves the field empty. */
    public @Nullable String label(String field, @Nullable String raw) {
        String value = Value.listed(raw);
        if (value == null) {
            return null;
        }
        Optional<Dictionary.Entry> entry = entry(field, value);
        String label = entry.map(Dictionary.Entry::label).map(Text::name).orElse(null);
        if (label == null) {
            keep(field, value);
            findings.add(unlabelled(field, value));
            unresolved(field);
            return null;
        }
        if (entry.filter(Dictionary.Entry::active).isEmpty()) {
            findings.add(Finding.unknownValue(field, value, label, label));
        }
        return label;
    }

    /** A country by its display name; empty, with a remark, when Autotask does not list it. */
    public @Nullable String country(String field, @Nullable String raw) {
        String value = Value.listed(raw);
        if (value == null) {
            return null;
        }
        Looked<Tables.Country> looked = look(Tables.COUNTRIES, value);
        String country = looked.first().map(Named::label).orElse(null);
        if (country == null) {
            keep(field, value);
            missing(field, value, Tables.COUNTRIES, looked, "country it names");
            unresolved(field);
        }
        return country;
    }

    /** The member of the organization an Autotask resource is; the name of anyone else stays under Source. */
    public @Nullable UserId member(String field, @Nullable String raw, String as) {
        Optional<Tables.Resource> person = person(field, raw, as);
        UserId member = person.map(Tables.Resource::member).orElse(null);
        if (person.isPresent() && member == null) {
            unresolved(field);
        }
        return member;
    }

    /**
     * Whom of Autotask's people a field names, member or not; the name stays under Source.
     *
     * @param as what the record names them as, for the remark: "assignee"
     */
    public Optional<Tables.Resource> person(String field, @Nullable String raw, String as) {
        String value = Value.listed(raw);
        if (value == null) {
            return Optional.empty();
        }
        Looked<Tables.Resource> looked = look(Tables.RESOURCES, value);
        Optional<Tables.Resource> person = looked.first();
        if (person.isEmpty()) {
            missing(field, value, Tables.RESOURCES, looked, "person it names as " + as);
            unresolved(field);
        }
        keep(field, person.map(Named::label).orElse(value));
        return person;
    }

    /** What a field names in another table; what is no id names nothing. */
    public <R> Looked<R> look(Lookup<R> table, @Nullable String raw) {
        OptionalLong id = Value.id(raw);
        return id.isPresent() ? references.look(table, id.getAsLong()) : new Looked.Rows<>(List.of());
    }

    /** Keeps a value under Source, cleaned. */
    public void keep(String field, @Nullable String raw) {
        String cleaned = Text.clean(raw);
        if (cleaned != null) {
            originals.put(field, cleaned);
        }
    }

    /** Keeps the label of a picklist value under Source, or the value where there is no picklist to name it. */
    public void keepLabel(String field, @Nullable String raw) {
        String value = Value.listed(raw);
        if (value == null) {
            return;
        }
        Optional<Dictionary.Entry> entry = entry(field, value);
        String label = entry.map(Dictionary.Entry::label).map(Text::name).orElse(null);
        keep(field, label == null ? value : label);
        boolean listed =
                !dictionary.tables().getOrDefault(table(field), Map.of()).isEmpty();
        if (listed && entry.filter(Dictionary.Entry::active).isEmpty()) {
            findings.add(
                    label == null ? unlabelled(field, value) : Finding.unknownValue(field, shown(value), label, label));
        }
    }

    /** Keeps under Source what a row of another table is called, or its id where nobody names it. */
    public void keepNamed(String field, @Nullable String raw, Lookup<? extends Named> table) {
        String value = Value.listed(raw);
        String label = look(table, value)
                .first()
                .map(Named::label)
                .or(() -> entry(field, value).map(Dictionary.Entry::label).map(Text::name))
                .orElse(null);
        keep(field, label == null ? value : label);
    }

    /** A number has lost its label; words were none of the picklist's. */
    private Finding unlabelled(String field, String value) {
        Finding finding = Finding.unknownValue(field, shown(value), null, null);
        return Value.id(value).isPresent()
                ? finding
                : finding.saying("%s is none of the values that Autotask lists for this field. It is kept under Source."
                        .formatted(quoted(value)));
    }

    /** Keeps a time under Source; what is no time, or cannot be one, is left out with a remark. */
    public void keepTime(String field, @Nullable String raw) {
        String cleaned = Text.clean(raw);
        if (cleaned == null) {
            return;
        }
        Optional<Instant> time = SourceTime.read(cleaned);
        if (time.isEmpty()) {
            findings.add(Finding.of(Reason.INVALID_DATE, field, shown(cleaned))
                    .saying("%s cannot be read as a date, so it was left out.".formatted(quoted(cleaned))));
        } else if (SourceTime.isPlausible(time.get())) {
            originals.put(field, time.get().toString());
        } else {
            findings.add(Finding.of(Reason.INVALID_DATE, field, shown(cleaned))
                    .saying("%s lies before 1900 or after 2200, so it was left out.".formatted(quoted(cleaned))));
        }
    }

    /** Keeps every field that says something: one without a name under a name of its own, and each of two of one name. */
    public void userDefined(List<UserDefinedField> fields) {
        for (@Nullable UserDefinedField field : fields) {
            String name = field == null ? null : Text.clean(field.name());
            String value = field == null ? null : Text.clean(field.value());
            if (name != null || value != null) {
                userDefined.put(free(name == null ? NAMELESS : name), value);
            }
        }
    }

    private String free(String name) {
        String free = name;
        for (int nth = 2; userDefined.containsKey(free); nth++) {
            free = "%s (%d)".formatted(name, nth);
        }
        return free;
    }

    /** The entry of a picklist value of this entity. */
    public Optional<Dictionary.Entry> entry(String field, @Nullable String value) {
        return dictionary.find(table(field), value);
    }

    public void remark(Finding finding) {
        findings.add(finding);
    }

    /** A stand-in was used for a required field that is empty at the source. */
    public void substituted(String field, @Nullable String raw, String standIn) {
        assumed(field);
        findings.add(new Finding(Reason.MISSING_VALUE, field, shown(Text.clean(raw)), null, standIn, null));
    }

    /** Autotask has something there that is of no use to Ascent; what stands in Ascent stays. */
    public void unresolved(String field) {
        unresolved.add(field);
    }

    /** Autotask has nothing there, and the record gets a value all the same; no person's value gives way to it. */
    public void assumed(String field) {
        assumed.add(field);
    }

    /** Autotask has something there that a record Ascent knows already does not follow; the remark says why. */
    public void held(Finding remark) {
        held.put(Objects.requireNonNullElse(remark.field(), ""), remark);
    }

    /** Yes or no; where Autotask says neither, what is assumed then. */
    public boolean flag(String field, @Nullable String raw, boolean otherwise) {
        if (Value.flag(raw) == null) {
            assumed(field);
        }
        return remarked(field, raw, otherwise);
    }

    /** Yes or no, with a remark where Autotask has something there that is neither. */
    public boolean remarked(String field, @Nullable String raw, boolean otherwise) {
        Boolean flag = Value.flag(raw);
        String unreadable = flag == null ? Text.clean(raw) : null;
        if (unreadable != null) {
            findings.add(Finding.unknownValue(field, shown(unreadable), null, otherwise ? "YES" : "NO"));
        }
        return flag == null ? otherwise : flag;
    }

    /**
     * Cuts each text to what its field holds, as the record declares it.
     *
     * @param sourceField Autotask's name of a field, for the remark
     */
    public <F extends Record> F fitted(Fields<F> fields, F mapped, UnaryOperator<String> sourceField) {
        F fitted = mapped;
        for (Field field : fields.all()) {
            if (field.isLimited()
                    && fields.value(mapped, field.name()) instanceof String text
                    && text.length() > field.limit()) {
                fitted = fields.with(fitted, field.name(), fit(sourceField.apply(field.name()), text, field.limit()));
            }
        }
        return fitted;
    }

    /** Cuts a cleaned text to what the field holds; all of it stays under Source then. */
    public @Nullable String fit(String field, @Nullable String cleaned, int limit) {
        if (cleaned == null || cleaned.length() <= limit) {
            return cleaned;
        }
        originals.put(field, cleaned);
        findings.add(Finding.of(Reason.TRUNCATED, field, shown(cleaned))
                .saying("It has %,d characters, and the field holds %,d. The full text is kept under Source."
                        .formatted(cleaned.length(), limit)));
        return Text.cut(cleaned, limit);
    }

    /** As much of a value as a report can show. */
    public static @Nullable String shown(@Nullable String value) {
        return value == null || value.length() <= SHOWN ? value : Text.cut(value, SHOWN) + "…";
    }

    private static String quoted(String value) {
        return "“%s”".formatted(value.length() <= 40 ? value : Text.cut(value, 40) + "…");
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public SourceDetails details() {
        return new SourceDetails(originals, userDefined);
    }

    public Mapped.Unsaid unsaid() {
        return new Mapped.Unsaid(Set.copyOf(unresolved), Set.copyOf(assumed), Map.copyOf(held));
    }

    private void missing(String field, String value, Lookup<?> table, Looked<?> looked, String what) {
        String sentence =
                switch (looked) {
                    case Looked.Rows<?> _ ->
                        "Autotask does not list the %s. The number is kept under Source.".formatted(what);
                    case Looked.Unreadable<?> _ ->
                        "%s could not be read in Autotask, so nothing was written to the field."
                                .formatted(table.type());
                };
        findings.add(Finding.of(Reason.REFERENCE_MISSING, field, shown(value)).saying(sentence));
    }

    private String table(String field) {
        return entity + "." + field;
    }
}
