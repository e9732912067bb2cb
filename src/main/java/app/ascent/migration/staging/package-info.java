/** Source records as they came, with what became of each. */
@NullMarked
package app.ascent.migration.staging;

import org.jspecify.annotations.NullMarked;
