/** Autotask's projects become projects, with their phases and tasks. */
@NullMarked
package app.ascent.importing.project;

import org.jspecify.annotations.NullMarked;
