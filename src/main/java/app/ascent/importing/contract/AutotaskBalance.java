package app.ascent.importing.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A block of hours, a retainer or a purchase of tickets; each has some of the fields. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskBalance(
        @Nullable String id,
        @Nullable String contractID,
        @Nullable String hours,
        @Nullable String hoursApproved,
        @Nullable String hourlyRate,
        @Nullable String amount,
        @Nullable String amountApproved,
        @Nullable String ticketsPurchased,
        @Nullable String ticketsUsed,
        @Nullable String perTicketRate,
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable String datePurchased,
        @Nullable String status,
        @Nullable String isPaid,
        @Nullable String invoiceNumber) {}
