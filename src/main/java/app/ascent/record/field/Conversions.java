package app.ascent.record.field;

import app.ascent.text.Hours;
import app.ascent.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.support.DefaultFormattingConversionService;

/** Makes values of fields out of texts; what Spring can make is left to it. */
final class Conversions extends DefaultFormattingConversionService {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

    Conversions() {
        addConverter(new ToId());
        addConverter(String.class, List.class, Conversions::words);
        addConverter(new ToLined());
        addConverter(new ToIds());
        addConverter(String.class, BigDecimal.class, Decimals::entered);
        addConverter(String.class, LocalDate.class, Conversions::date);
        addConverter(String.class, Instant.class, Conversions::moment);
        addConverter(String.class, Long.class, Conversions::whole);
        addFormatterForFieldAnnotation(new Completing());
        addFormatterForFieldAnnotation(new Lasting());
    }

    /** The years that an import takes, too; beyond them somebody's finger slipped. */
    private static LocalDate date(String text) {
        return inSight(LocalDate.parse(text));
    }

    private static Instant moment(String text) {
        Instant moment = Instant.parse(text);
        inSight(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return moment;
    }

    private static LocalDate inSight(LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            throw new IllegalArgumentException("Out of bounds: " + date);
        }
        return date;
    }

    /** Spring would take 0x10, too. */
    private static Long whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new NumberFormatException("No whole number: " + text);
        }
        return Long.valueOf(text);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .map(Text::clean)
                .filter(Objects::nonNull)
                .toList();
    }

    private static final class ToId implements ConditionalGenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, Record.class));
        }

        @Override
        public boolean matches(TypeDescriptor from, TypeDescriptor to) {
            return to.getType().isRecord();
        }

        @Override
        public Object convert(@Nullable Object text, TypeDescriptor from, TypeDescriptor to) {
            return Ids.of(to.getType()).of(UUID.fromString(String.valueOf(text)));
        }
    }

    /** One a line; nobody is meant twice, but two things to be done may have one name. */
    private static final class ToLined implements ConditionalGenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, List.class));
        }

        @Override
        public boolean matches(TypeDescriptor from, TypeDescriptor to) {
            return Lined.class.isAssignableFrom(element(to));
        }

        @Override
        public Object convert(@Nullable Object text, TypeDescriptor from, TypeDescriptor to) {
            Stream<?> values = String.valueOf(text)
                    .lines()
                    .map(Text::clean)
                    .filter(Objects::nonNull)
                    .map(Lined.lines(element(to))::of);
            return (element(to) == Person.class ? values.distinct() : values).toList();
        }
    }

    /** Each once, with blanks, commas or line breaks between them. */
    private static final class ToIds implements ConditionalGenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, List.class));
        }

        @Override
        public boolean matches(TypeDescriptor from, TypeDescriptor to) {
            return Ids.are(element(to));
        }

        @Override
        public Object convert(@Nullable Object text, TypeDescriptor from, TypeDescriptor to) {
            Ids<?> ids = Ids.of(element(to));
            return Arrays.stream(String.valueOf(text).split("[\\s,]+"))
                    .map(Text::clean)
                    .filter(Objects::nonNull)
                    .map(id -> ids.of(UUID.fromString(id)))
                    .distinct()
                    .toList();
        }
    }

    private static Class<?> element(TypeDescriptor list) {
        TypeDescriptor element = list.getElementTypeDescriptor();
        return element == null ? Object.class : element.getType();
    }

    private static final class Completing implements AnnotationFormatterFactory<WebAddress> {

        @Override
        public Set<Class<?>> getFieldTypes() {
            return Set.of(String.class);
        }

        @Override
        public Printer<?> getPrinter(WebAddress annotation, Class<?> type) {
            return (Printer<String>) (address, locale) -> address;
        }

        @Override
        public Parser<?> getParser(WebAddress annotation, Class<?> type) {
            return (String typed, Locale locale) -> WebAddressSyntax.completed(typed);
        }
    }

    private static final class Lasting implements AnnotationFormatterFactory<Minutes> {

        @Override
        public Set<Class<?>> getFieldTypes() {
            return Set.of(Long.class);
        }

        @Override
        public Printer<?> getPrinter(Minutes annotation, Class<?> type) {
            return (Printer<Long>) (minutes, locale) -> Hours.of(minutes);
        }

        @Override
        public Parser<?> getParser(Minutes annotation, Class<?> type) {
            return (String typed, Locale locale) -> Hours.minutes(typed);
        }
    }
}
