package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Version;
import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.DriverInfo;
import org.springframework.core.SpringVersion;
import org.springframework.security.core.SpringSecurityCoreVersion;

/** The latest versions with published weaknesses, as docs/security.md tells; none as old may come back by an override. */
class KnownHolesTests {

    @ParameterizedTest
    @CsvSource({"Tomcat, 11.0.22", "Spring Framework, 7.0.8", "Spring Security, 7.1.0", "pgjdbc, 42.7.11"})
    void areInNoComponent(String component, String weak) {
        String version =
                switch (component) {
                    case "Tomcat" -> ServerInfo.getServerNumber();
                    case "Spring Framework" -> SpringVersion.getVersion();
                    case "Spring Security" -> SpringSecurityCoreVersion.getVersion();
                    default -> DriverInfo.DRIVER_VERSION;
                };

        assertThat(Version.parse(version)).isGreaterThan(Version.parse(weak));
    }
}
