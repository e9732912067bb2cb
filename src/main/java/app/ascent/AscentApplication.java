package app.ascent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Where Ascent starts. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AscentApplication {

    static void main(String[] args) {
        SpringApplication.run(AscentApplication.class, args);
    }
}
