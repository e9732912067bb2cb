package app.ascent.files;

import app.ascent.identity.OrganizationId;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Where bytes lie, by what they are; knows no row. Whatever goes wrong is {@link ContentsAway}. */
interface ContentStore {

    /**
     * Names some bytes.
     *
     * @param sha256 in hex
     */
    record Key(OrganizationId organization, String sha256) {

        /** Below wherever the store lies; not too much in one folder. */
        String path() {
            return "%s/%s/%s/%s"
                    .formatted(organization.value(), sha256.substring(0, 2), sha256.substring(2, 4), sha256);
        }
    }

    /** How many bytes there are under that key; empty where there is nothing. */
    OptionalLong size(Key key);

    /** Puts a file there, durably and at once: nobody ever sees half of it. The file may be gone afterwards. */
    void put(Key key, Path file);

    /** From one byte on; {@link java.io.FileNotFoundException} is {@link ContentsAway}, too, for a row says that it is there. */
    InputStream open(Key key, long from);

    /** Also where there is nothing. */
    void delete(Key key);

    /** Whether it can be used. */
    void check();
}
