package app.ascent.importing;

import app.ascent.migration.spi.MigrationId;

/** Where an Owner sees imports: other pages lead there. */
public final class ImportPages {

    static final String ROOT = "/admin/autotask-migration/";

    private ImportPages() {}

    /** Where it is chosen what an import takes. */
    public static String scope(MigrationId migration) {
        return ROOT + migration + "/scope";
    }
}
