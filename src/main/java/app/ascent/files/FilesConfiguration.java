package app.ascent.files;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where content lies. */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    /** Beside a folder of files, so that what has arrived moves into it as a whole. */
    @Bean
    PrivateFolder incomingFolder(@Value("${ascent.data-dir}") Path dataDirectory) {
        return new PrivateFolder(dataDirectory.resolve("files/incoming"));
    }

    @Bean
    ContentStore contentStore(@Value("${ascent.data-dir}") Path dataDirectory) {
        return new FolderStore(new PrivateFolder(dataDirectory.resolve("files")));
    }
}
