/** What imports take: which kinds of record, and how far back. */
@NullMarked
package app.ascent.journey.scope;

import org.jspecify.annotations.NullMarked;
