package app.ascent.importing.work;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** Somebody who does a piece of work together with others, by number. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Participant(@Nullable String resourceID) {}
