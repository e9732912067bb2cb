/** Tickets for programs, and the page on which their statuses and categories are set up. */
@NullMarked
package app.ascent.desk.web;

import org.jspecify.annotations.NullMarked;
