/** Whether the database can be reached: at the start, in a sentence for operators, and from then on twice a second. */
@NullMarked
package app.ascent.database.contact;

import org.jspecify.annotations.NullMarked;
