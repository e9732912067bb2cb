package app.ascent.upgrade;

import app.ascent.TestDatabase;
import app.ascent.TestDatabaseInitializer;
import app.ascent.autotask.AutotaskStub;

/** The database of an earlier version, grown, for an application that is to bring it up to date when it starts. */
class UpgradedDatabase extends TestDatabaseInitializer {

    /** Many batches; more would be copies of the same, of which -Dascent.upgrade.records makes as many as one likes. */
    static final int RECORDS = Integer.getInteger("ascent.upgrade.records", 20_000);

    /** What the finished migration reads, and what all others do. */
    static final AutotaskStub FINISHED = EarlierTenant.start(EarlierTenant.FINISHED);

    static final AutotaskStub OTHERS = EarlierTenant.start(EarlierTenant.UNTOUCHED);

    @Override
    protected TestDatabase.Coordinates database() {
        EarlierVersion version = EarlierVersion.CONTACTS_AND_CLIENTS;
        TestDatabase.Coordinates database = version.restored();
        EarlierVersion.read(database, EarlierTenant.FINISHED, FINISHED.apiUrl());
        EarlierVersion.read(database, EarlierTenant.PAUSED, OTHERS.apiUrl());
        EarlierVersion.read(database, EarlierTenant.KILLED, OTHERS.apiUrl());
        version.grow(database, RECORDS);
        FINISHED.records("Contacts", EarlierVersion.grown(database));
        return database;
    }
}
