package app.ascent.files;

import java.net.URI;
import org.jspecify.annotations.Nullable;
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
        @DefaultValue("1000") int perRecord,
        @DefaultValue S3 s3) {

    public FilesProperties {
        if (store == Store.S3 && s3.bucket().isBlank()) {
            throw new IllegalArgumentException(
                    "ascent.files.store is s3, so ascent.files.s3.bucket has to name a bucket (ASCENT_FILES_S3_BUCKET)");
        }
    }

    /** Kinds of place. */
    public enum Store {
        FOLDER,
        S3
    }

    /**
     * Whatever speaks S3.
     *
     * @param endpoint where it is; null for Amazon's own of the region
     * @param pathStyle whether the bucket stands in the path and not in the name of the host
     * @param accessKey null where this machine has a role of its own
     */
    public record S3(
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("false") boolean pathStyle,
            @Nullable String accessKey,
            @Nullable String secretKey) {

        /** Without the keys. */
        @Override
        public String toString() {
            return "S3[%s, %s, %s]".formatted(endpoint, region, bucket);
        }
    }
}
