/** Attachments: files of Autotask become files of the records they hang on. */
@NullMarked
package app.ascent.importing.attachment;

import org.jspecify.annotations.NullMarked;
