/** Texts that people type and other systems send: cleaned one way, and compared one way, whoever asks. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.ascent.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
