/** What the practice tenant answers over HTTP. */
@NullMarked
package app.ascent.sandbox.web;

import org.jspecify.annotations.NullMarked;
