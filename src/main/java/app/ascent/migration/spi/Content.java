package app.ascent.migration.spi;

/**
 * What a record stands for and no row holds, as the bytes of a file: kept elsewhere by now, under its hash.
 *
 * @param hash in hexadecimal digits
 */
public record Content(String hash, long bytes) {}
