/** The search over all kinds of record: its page, and the API's. */
@NullMarked
package app.ascent.record.web;

import org.jspecify.annotations.NullMarked;
