/** The page of the dashboard. */
@NullMarked
package app.ascent.dashboard.web;

import org.jspecify.annotations.NullMarked;
