package app.ascent.migration;

import app.ascent.migration.spi.EntityType;
import org.jspecify.annotations.Nullable;

/** Why a run stopped until a person starts it again. */
record RunFailure(String code, String sentence, @Nullable String errorId, @Nullable EntityType entity) {}
