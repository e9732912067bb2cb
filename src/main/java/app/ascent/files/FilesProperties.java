package app.ascent.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are kept.
 *
 * @param store where their content lies
 * @param maxSize of one file
 * @param perRecord how many people may attach to one record; imports are not limited
 */
@ConfigurationProperties("ascent.files")
public record FilesProperties(
        @DefaultValue("folder") Store store,
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("1000") int perRecord) {

    /** Kinds of place. */
    public enum Store {
        FOLDER,
        S3
    }
}
