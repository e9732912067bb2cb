/** The page of the audit log. */
@NullMarked
package app.ascent.audit.web;

import org.jspecify.annotations.NullMarked;
