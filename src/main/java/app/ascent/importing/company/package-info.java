/** Autotask companies become clients. */
@NullMarked
package app.ascent.importing.company;

import org.jspecify.annotations.NullMarked;
