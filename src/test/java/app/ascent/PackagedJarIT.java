package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
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
            assertThat(libraries(jar))
                    .isSubsetOf(bill.at("/components")
                            .valueStream()
                            .map(component -> component.at("/name").asString() + "-"
                                    + component.at("/version").asString())
                            .toList());
            assertThat(bill.at("/components").valueStream()).allSatisfy(component -> assertThat(licences)
                    .contains(component.at("/name").asString() + ":"));
        }
    }

    /** Name and version of each, but for the one that Spring Boot adds when it packs the jar. */
    private static List<String> libraries(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
                .toList();
    }

    private static String text(JarFile jar, String entry) throws IOException {
        return new String(
                jar.getInputStream(Objects.requireNonNull(jar.getEntry(entry), entry))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
