package app.ascent.importing.field;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A field the tenant added to an Autotask entity; values are always text there. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UserDefinedField(@Nullable String name, @Nullable String value) {}
