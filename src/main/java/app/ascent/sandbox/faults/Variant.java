package app.ascent.sandbox.faults;

/** Answers that differ between releases and zones of Autotask, or that nobody could confirm; a client must take both. */
public enum Variant {
    /** A wrong integration code is a 500 with a text instead of a 401. */
    OLD_INTEGRATION_CODE,
    /** A query without a filter is a 400 instead of a 500. */
    MISSING_FILTER_400,
    /** A record that does not exist is a 404 instead of a null. */
    MISSING_ID_404,
    /** GET of a collection is a 404 instead of a 405. */
    COLLECTION_404,
    /** Date-times come without their {@code Z}. */
    DATES_WITHOUT_ZONE,
    /** Metadata names fields {@code CompanyName} instead of {@code companyName}. */
    PASCAL_CASE_FIELDS,
    /** Rights are said as 1, 2 and 0, as the documentation has it, instead of in words. */
    NUMERIC_ACCESS,
    /** Only {@code maxRecords} is understood, {@code MaxRecords} is ignored. */
    LOWER_CASE_MAX_RECORDS,
    /** The user lacks the right to see time that is not billable: it is left out, and nothing says so. */
    NON_BILLABLE_TIME_HIDDEN,
    /** Files are listed of one owner at a time: {@code in} over owners is refused. */
    FILES_OF_ONE_OWNER
}
