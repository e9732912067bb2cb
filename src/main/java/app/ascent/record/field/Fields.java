package app.ascent.record.field;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;

/**
 * The fields of a kind of record. A flat record declares them, each once: columns, input, output, limits and labels follow
 * from its components and their annotations (docs/adr/040).
 */
public final class Fields<F extends Record> {

    private final Class<F> type;
    private final List<Field> all;
    private final Map<String, Field> byName;
    private final List<ColumnType.Reading> readings;
    private final List<String> columnNames;
    private final MethodHandle constructor;

    private Fields(Class<F> type) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        RecordComponent[] components = type.getRecordComponents();
        Field[] fields = new Field[components.length];
        for (int i = 0; i < components.length; i++) {
            fields[i] = field(type, components[i], lookup);
        }
        this.type = type;
        this.all = List.of(fields);
        this.byName = all.stream().collect(Collectors.toMap(Field::name, Function.identity()));
        this.readings = all.stream().map(field -> field.columnType().read()).toList();
        this.columnNames = all.stream().map(Field::column).toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.constructor = lookup.unreflectConstructor(type.getDeclaredConstructor(types))
                .asSpreader(Object[].class, types.length);
    }

    public static <F extends Record> Fields<F> of(Class<F> type) {
        try {
            return new Fields<>(type);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot look into " + type, impossible);
        }
    }

    private static Field field(Class<?> type, RecordComponent component, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        java.lang.reflect.Field declared = type.getDeclaredField(component.getName());
        Otherwise otherwise = declared.getAnnotation(Otherwise.class);
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(
                component.getName(),
                component.getType(),
                !optional && otherwise == null,
                limit(declared),
                otherwise == null ? null : otherwise.value(),
                declared.isAnnotationPresent(BySource.class),
                new TypeDescriptor(declared),
                lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Record.class)));
    }

    /** What {@link Line} says, there or by another constraint that is made of it. */
    private static int limit(AnnotatedElement element) {
        Line line = element.getAnnotation(Line.class);
        if (line != null) {
            return line.value();
        }
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .map(constraint -> constraint.getAnnotation(Line.class))
                .filter(composing -> composing != null)
                .mapToInt(Line::value)
                .findFirst()
                .orElse(Field.NO_LIMIT);
    }

    public Class<F> type() {
        return type;
    }

    /** As keys of labels begin: {@code client} for {@code ClientFields}. */
    public String kind() {
        String name = type.getSimpleName().replaceFirst("Fields$", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** In the order of their declaration. */
    public List<Field> all() {
        return all;
    }

    /** Those that people enter. */
    public Stream<Field> entered() {
        return all.stream().filter(field -> !field.bySource());
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Field named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("%s has no field %s".formatted(type, name)));
    }

    public @Nullable Object value(F fields, String name) {
        return named(name).of(fields);
    }

    /** The same with another value in one field. */
    public F with(F fields, String name, @Nullable Object value) {
        Field changed = named(name);
        return of(field -> field.name().equals(changed.name()) ? value : field.of(fields));
    }

    F of(Function<Field, @Nullable Object> values) {
        return construct(all.stream().map(values).toArray());
    }

    /** @param row of the table that has a column for each field */
    public F read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readings.get(i).of(row, columnNames.get(i));
        }
        return construct(values);
    }

    public Columns<F> columns() {
        return columns(List.of());
    }

    /** @param derived further columns that depend on the fields, such as keys to sort by */
    public Columns<F> columns(List<Column<F>> derived) {
        Stream<Column<F>> own = all.stream().map(field -> new Column<F>(field.column(), field.columnType(), field::of));
        return new Columns<>(Stream.concat(own, derived.stream()).toList());
    }

    private F construct(@Nullable Object[] values) {
        try {
            return type.cast(constructor.invoke(values));
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable thrown) {
            throw new IllegalStateException("Cannot make a " + type, thrown);
        }
    }
}
