package app.ascent.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.DigestUtils;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Keeps content in a bucket of whatever speaks S3. */
final class S3Store implements ContentStore {

    private static final Logger LOG = LoggerFactory.getLogger(S3Store.class);

    private final S3Client s3;
    private final String bucket;

    S3Store(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public OptionalLong size(Key key) {
        return trying(() -> {
            try {
                return OptionalLong.of(s3.headObject(head -> head.bucket(bucket).key(key.path()))
                        .contentLength());
            } catch (AwsServiceException refusal) {
                if (refusal.statusCode() == 404) {
                    return OptionalLong.empty();
                }
                throw refusal;
            }
        });
    }

    /** With the one checksum that every store knows. */
    @Override
    public void put(Key key, Path file) {
        String checksum = checksum(file);
        trying(() -> s3.putObject(
                put -> put.bucket(bucket).key(key.path()).contentMD5(checksum), RequestBody.fromFile(file)));
    }

    private static String checksum(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Base64.getEncoder().encodeToString(DigestUtils.md5Digest(bytes));
        } catch (IOException failure) {
            throw PrivateFolder.away(failure);
        }
    }

    @Override
    public InputStream open(Key key, long from) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key.path())
                .range(from == 0 ? null : "bytes=%d-".formatted(from))
                .build();
        return new Abandoned(trying(() -> s3.getObject(request)));
    }

    @Override
    public void delete(Key key) {
        trying(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(key.path())));
    }

    @Override
    public void check() {
        trying(() -> s3.headBucket(head -> head.bucket(bucket)));
    }

    /** What the store says may hold the name of a key, so that only its code is told. */
    private static <T> T trying(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refusal) {
            LOG.warn(
                    "The S3 store answered {} {}",
                    refusal.statusCode(),
                    refusal.awsErrorDetails() == null
                            ? ""
                            : refusal.awsErrorDetails().errorCode());
            throw new ContentsAway(
                    switch (refusal.statusCode()) {
                        case 401, 403 -> "The store in which files are kept refuses the keys that Ascent has for it.";
                        case 404 -> "The store in which files are kept has lost them, or its bucket.";
                        case 507 -> "The store in which files are kept is full.";
                        default ->
                            "The store in which files are kept answers with an error (%d)."
                                    .formatted(refusal.statusCode());
                    });
        } catch (SdkException failure) {
            LOG.warn("The S3 store cannot be reached: {}", failure.getClass().getName());
            throw new ContentsAway("The store in which files are kept does not answer.");
        }
    }

    /** Whoever goes before the end does not wait for the rest. */
    private static final class Abandoned extends FilterInputStream {

        private final ResponseInputStream<GetObjectResponse> answer;

        Abandoned(ResponseInputStream<GetObjectResponse> answer) {
            super(answer);
            this.answer = answer;
        }

        @Override
        public void close() {
            answer.abort();
        }
    }
}
