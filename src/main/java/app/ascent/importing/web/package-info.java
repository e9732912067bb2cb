/** Pages and API of the Autotask migration. */
@NullMarked
package app.ascent.importing.web;

import org.jspecify.annotations.NullMarked;
