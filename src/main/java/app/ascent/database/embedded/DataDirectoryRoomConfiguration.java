package app.ascent.database.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Has Spring Boot's look at the room on disk look where Ascent writes, and not where it happens to be started. */
@Configuration(proxyBeanMethods = false)
class DataDirectoryRoomConfiguration {

    /** The name is that of Spring Boot's own. */
    @Bean
    DiskSpaceHealthIndicator diskSpaceHealthIndicator(
            @Value("${ascent.data-dir}") Path dataDirectory,
            @Value("${management.health.diskspace.threshold}") DataSize threshold) {
        return new DiskSpaceHealthIndicator(
                existing(dataDirectory.toAbsolutePath()).toFile(), threshold);
    }

    /** With a PostgreSQL of one's own there may be no such directory. */
    static Path existing(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }
}
