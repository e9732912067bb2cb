/** Autotask contracts become contracts, with what they consist of and what was bought in advance. */
@NullMarked
package app.ascent.importing.contract;

import org.jspecify.annotations.NullMarked;
