package app.ascent.files;

import jakarta.servlet.MultipartConfigElement;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Where content lies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
class FilesConfiguration {

    private static final int FORM_FILES = 4;

    /** Within a folder of files, so that what has arrived moves on as a whole. */
    @Bean
    PrivateFolder incomingFolder(@Value("${ascent.data-dir}") Path dataDirectory) {
        return new PrivateFolder(dataDirectory.resolve("files/incoming"));
    }

    @Bean
    @ConditionalOnProperty(name = "ascent.files.store", havingValue = "folder", matchIfMissing = true)
    ContentStore folderStore(@Value("${ascent.data-dir}") Path dataDirectory) {
        return new FolderStore(new PrivateFolder(dataDirectory.resolve("files")));
    }

    @Bean
    @ConditionalOnProperty(name = "ascent.files.store", havingValue = "s3")
    ContentStore s3Store(S3Client s3, FilesProperties properties) {
        return new S3Store(s3, properties.s3().bucket());
    }

    /** The checksums and chunks that it would make of its own accord are unknown to many stores that are not Amazon's. */
    @Bean
    @ConditionalOnProperty(name = "ascent.files.store", havingValue = "s3")
    S3Client s3Client(FilesProperties properties) {
        return s3Client(properties.s3());
    }

    static S3Client s3Client(FilesProperties.S3 s3) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(s3.region()))
                .forcePathStyle(s3.pathStyle())
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(30))
                        .build());
        URI endpoint = s3.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        if (s3.accessKey() != null && s3.secretKey() != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())));
        }
        return builder.build();
    }

    /** What is sent goes to the disk at once; a form sends a few of the largest files there may be. */
    @Bean
    MultipartConfigElement multipartConfigElement(FilesProperties properties) {
        return new MultipartConfigElement(
                "", -1, FORM_FILES * properties.maxSize().toBytes() + 1_000_000, 0);
    }
}
