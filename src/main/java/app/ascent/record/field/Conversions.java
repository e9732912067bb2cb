package app.ascent.record.field;

import app.ascent.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.support.DefaultFormattingConversionService;

/** Makes values of fields out of texts; what Spring can make is left to it. */
final class Conversions extends DefaultFormattingConversionService {

    Conversions() {
        addConverter(new ToId());
        addConverter(String.class, List.class, Conversions::words);
        addConverter(String.class, BigDecimal.class, Decimals::entered);
        addConverter(String.class, LocalDate.class, Conversions::date);
        addFormatterForFieldAnnotation(new Completing());
    }

    /** The years that an import takes, too; beyond them somebody's finger slipped. */
    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            throw new IllegalArgumentException("Out of bounds: " + text);
        }
        return date;
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
}
