package app.ascent.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * How pages write numbers, times and durations, in the zone and date style of the organization of whoever looks.
 * Templates reach it as {@code @formats}; a count is never shortened or rounded up, because people check it by adding,
 * and a time that somebody acts upon names its zone.
 */
@Component("formats")
public class Formats {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_ZONE = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

    /** A moment anywhere, and a day that stands for a value. */
    private static final Pattern KEPT_TIME = Pattern.compile(
            "(?<![“\\w])\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z|(?<=Used instead: )\\d{4}-\\d\\d-\\d\\d(?=\\.$)");

    private final Clock clock;
    private final MessageSource messages;
    private final ZoneId ofInstallation;

    public Formats(Clock clock, MessageSource messages, @Value("${ascent.time-zone:}") String zone) {
        this.clock = clock;
        this.messages = messages;
        this.ofInstallation = zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip());
    }

    /** {@code 48,213}. */
    public String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@code 12,440.80}; fractions of a cent where there are any. */
    public String amount(BigDecimal amount) {
        return decimal("#,##0.00##", amount);
    }

    /** {@code 1,240} or {@code 1.5}. */
    public String quantity(BigDecimal quantity) {
        return decimal("#,##0.####", quantity);
    }

    /** {@code €12,440.80}, {@code CHF 12,440.80}; {@code -€5.00}. */
    public String money(BigDecimal amount, String currency) {
        String symbol = Currency.getInstance(currency).getSymbol(Locale.US);
        String space = Character.isLetter(symbol.codePointBefore(symbol.length())) ? "\u00a0" : "";
        return (amount.signum() < 0 ? "-" : "") + symbol + space + amount(amount.abs());
    }

    private static String decimal(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }

    /** Bytes as a person says it: {@code 184 kB}, {@code 2.1 MB}, {@code 31.4 GB}. */
    public static String size(long bytes) {
        long kilobytes = Math.ceilDiv(bytes, 1000L);
        if (kilobytes < 1000) {
            return kilobytes + " kB";
        }
        return bytes < 999_950_000
                ? String.format(Locale.ENGLISH, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ENGLISH, "%,.1f GB", bytes / 1e9);
    }

    /** {@code 28 Mar 2026}. */
    public String date(Instant instant) {
        return date(at(instant).toLocalDate());
    }

    /** A date without a time, {@code 28 Mar 2026}. */
    public String date(LocalDate date) {
        RegionalSettings regional = regional();
        return regional.dateStyle().formatter(regional.language()).format(date);
    }

    /** {@code 28 Mar 2026, 18:32 CET}. */
    public String dateTime(Instant instant) {
        return date(instant) + ", " + TIME_ZONE.format(at(instant));
    }

    /** A sentence that was kept, with the times in it, which lie there in UTC, as pages have them; what is quoted stays. */
    public String withTimes(String sentence) {
        return KEPT_TIME.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(shown(found.group())));
    }

    private String shown(String kept) {
        try {
            return kept.endsWith("Z") ? dateTime(Instant.parse(kept)) : date(LocalDate.parse(kept));
        } catch (DateTimeParseException none) {
            return kept;
        }
    }

    /** A time that somebody waits for, within a sentence: {@code 18:32 CET}, {@code 02:00 CET tomorrow}, or with its date. */
    public String until(Instant instant) {
        LocalDate day = at(instant).toLocalDate();
        LocalDate today = today();
        String time = TIME_ZONE.format(at(instant));
        if (day.equals(today)) {
            return time;
        }
        return day.equals(today.plusDays(1))
                ? say("time.until.tomorrow", time)
                : say("time.until.date", time, date(day));
    }

    /** {@code 18:32}. */
    public String time(Instant instant) {
        return TIME.format(at(instant));
    }

    /** {@code Today, 13:42}, or date and time. */
    public String day(Instant instant) {
        return isToday(instant) ? say("time.today", TIME.format(at(instant))) : dateAndTime(instant);
    }

    /** {@code Today, 13:42:06}, or date and time; for pages where seconds matter. */
    public String moment(Instant instant) {
        return isToday(instant) ? say("time.today", TIME_SECONDS.format(at(instant))) : dateAndTime(instant);
    }

    /** Within a sentence: {@code today at 13:42}, or {@code 28 Mar 2026 at 18:32}. */
    public String inText(Instant instant) {
        String time = TIME.format(at(instant));
        return isToday(instant) ? say("time.inText.today", time) : say("time.inText.date", date(instant), time);
    }

    /** For lists: {@code 2 hours ago}, {@code yesterday}, and a date after a week. */
    public String relative(Instant instant) {
        long minutes = ChronoUnit.MINUTES.between(instant, clock.instant());
        long days = ChronoUnit.DAYS.between(at(instant).toLocalDate(), today());
        if (minutes < 0 || days >= 7) {
            return date(instant);
        }
        if (days > 1) {
            return say("time.days", Long.toString(days));
        }
        if (days == 1 && minutes >= 12 * 60) {
            return say("time.yesterday");
        }
        if (minutes < 1) {
            return say("time.now");
        }
        return minutes < 60 ? say("time.minutes", minutes) : say("time.hours", minutes / 60);
    }

    /** {@code 45 s}, {@code 1 min 58 s}, {@code 1 h 05 min}. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return say("duration.seconds", Long.toString(seconds));
        }
        if (seconds < 3600) {
            return seconds % 60 == 0
                    ? say("duration.wholeMinutes", Long.toString(seconds / 60))
                    : say("duration.minutes", Long.toString(seconds / 60), Long.toString(seconds % 60));
        }
        return say("duration.hours", count(seconds / 3600), String.format(Locale.ENGLISH, "%02d", seconds / 60 % 60));
    }

    /** The machine's side of a {@code <time>} element. */
    public String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Two letters for a person: {@code ZL}. */
    public String initials(String name) {
        String[] words = name.strip().split("\\s+");
        return Stream.of(words[0], words.length > 1 ? words[words.length - 1] : "")
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** The zone in which whoever looks reads times. */
    public ZoneId zone() {
        return Objects.requireNonNullElse(regional().zone(), ofInstallation);
    }

    /** The zone that counts while an organization has chosen none, by the name under which it can be chosen. */
    public String zoneOfInstallation() {
        return TimeZones.name(ofInstallation);
    }

    /** The language of pages as HTML names it, {@code en-GB}. */
    public String language() {
        return regional().language().toLanguageTag();
    }

    private static RegionalSettings regional() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SessionUser user
                ? user.regionalSettings()
                : RegionalSettings.NONE;
    }

    private String dateAndTime(Instant instant) {
        return date(instant) + ", " + time(instant);
    }

    private boolean isToday(Instant instant) {
        return at(instant).toLocalDate().equals(today());
    }

    private LocalDate today() {
        return at(clock.instant()).toLocalDate();
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(zone());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
