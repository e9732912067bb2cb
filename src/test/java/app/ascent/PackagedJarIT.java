package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar says of itself. */
class PackagedJarIT {

    @Test
    void namesItsComponentsAndTheirLicences() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("ascent.jar", "target/ascent.jar"))) {
            JsonNode bill = JsonMapper.shared().readTree(text(jar, "META-INF/sbom/application.cdx.json"));
            String licences = text(jar, "META-INF/THIRD-PARTY.txt");

            assertThat(bill.at("/bomFormat").asString()).isEqualTo("CycloneDX");
            assertThat(bill.at("/components")
                            .valueStream()
                            .map(component -> component.at("/name").asString()))
                    .contains("tomcat-embed-core", "spring-security-web", "postgresql", "hibernate-core")
                    .doesNotContain("wiremock-standalone", "assertj-core");
            assertThat(bill.at("/components").valueStream()).allSatisfy(component -> assertThat(licences)
                    .contains(component.at("/name").asString() + ":"));
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        return new String(
                jar.getInputStream(Objects.requireNonNull(jar.getEntry(entry), entry))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
