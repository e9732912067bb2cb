/** The read-only Autotask REST client and what it answers. */
@NamedInterface("client")
@NullMarked
package app.ascent.autotask.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
