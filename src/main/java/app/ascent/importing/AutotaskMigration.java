package app.ascent.importing;

import app.ascent.autotask.Connections.ConnectionView;
import app.ascent.autotask.Quotas.QuotaView;
import app.ascent.migration.MigrationView;
import org.jspecify.annotations.Nullable;

/** A migration together with its connection to Autotask and what is known of the tenant's quota. */
public record AutotaskMigration(MigrationView migration, ConnectionView connection, @Nullable QuotaView quota) {}
