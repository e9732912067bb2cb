package app.ascent.identity;

import app.ascent.web.DateStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is called, and how it has times, dates and amounts written.
 *
 * @param timeZone by its name, {@code Europe/Berlin}; null until somebody chooses, and the installation's counts
 * @param language one of {@link #LANGUAGES}, as BCP 47 names it
 * @param currency one of {@link #CURRENCIES}, as ISO 4217 names it
 */
public record OrganizationSettings(
        String name, @Nullable String timeZone, String language, DateStyle dateStyle, String currency) {

    public static final List<String> LANGUAGES =
            List.of("en", "en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-IE", "en-ZA");

    public static final List<String> CURRENCIES = List.of(
            "USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "DKK", "NOK", "SEK", "PLN", "CZK", "HUF", "RON", "BGN",
            "ILS", "AED", "ZAR", "INR", "SGD", "HKD", "JPY", "MXN", "BRL");
}
