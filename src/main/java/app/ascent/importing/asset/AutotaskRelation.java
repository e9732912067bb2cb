package app.ascent.importing.asset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** That a configuration item has to do with another. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskRelation(
        @Nullable String id,
        @Nullable String configurationItemID,
        @Nullable String relatedConfigurationItemID,
        @Nullable String relationship) {}
