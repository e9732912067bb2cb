package app.ascent.record.imports;

import app.ascent.identity.UserId;

/**
 * In whose name an import changes what people wrote, and what that import is called.
 *
 * @param what a few words, such as the number of the run
 */
public record ImportDeed(UserId by, String what) {}
