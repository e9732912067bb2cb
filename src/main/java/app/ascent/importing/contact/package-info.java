/** Autotask contacts become contacts. */
@NullMarked
package app.ascent.importing.contact;

import org.jspecify.annotations.NullMarked;
