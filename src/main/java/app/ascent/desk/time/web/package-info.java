/** Pages and API of time entries, and of what they come to. */
@NullMarked
package app.ascent.desk.time.web;

import org.jspecify.annotations.NullMarked;
