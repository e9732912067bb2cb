package app.ascent.sandbox;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.unit.DataSize;

/**
 * Size, credentials and limits of the practice tenant. The credentials are no secret: they open invented data only.
 *
 * @param enabled whether there is a practice tenant at all
 * @param seed decides the data; the same seed makes the same records
 * @param companies how many companies there are, the tenant's own included
 * @param contacts how many contacts there are
 * @param contracts how many contracts there are at most; there are two for five companies
 * @param devices how many devices there are at most; there are two for a company
 * @param projects how many projects there are at most; there is one for six companies
 * @param tickets how many tickets there are at most; there are forty for a company. Each has four notes and one and a half
 *     time entries on average
 * @param files how many files are attached to all that, at most; none where there is nothing to attach them to
 * @param fileSizeMin size of the smallest file, save odd ones
 * @param fileSizeMax size of the largest; most are below a hundredth of it
 * @param oddFiles whether something is wrong with some of the first files
 * @param today the day to which what is recent belongs; that of the clock where none is given
 * @param threshold calls all integrations together may make in an hour
 * @param otherCalls calls of the hour that "other integrations" make
 * @param delayScale 1 delays answers above half the threshold as Autotask does, 0 not at all
 * @param lockAfter wrong passwords in a row after which the API user is locked; 0 never locks
 * @param lockFor how long it stays locked (Autotask waits for an administrator; a practice tenant has none)
 */
@ConfigurationProperties("ascent.sandbox")
public record SandboxProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("practice@sandbox.example") String apiUser,
        @DefaultValue("practice-secret") String secret,
        @DefaultValue("PRACTICE-INTEGRATION-CODE27") String integrationCode,
        @DefaultValue("2027") long seed,
        @DefaultValue("420") int companies,
        @DefaultValue("2600") int contacts,
        @DefaultValue("400") int contracts,
        @DefaultValue("600") int devices,
        @DefaultValue("200") int projects,
        @DefaultValue("600") int tickets,
        @DefaultValue("320") int files,
        @DefaultValue("1KB") DataSize fileSizeMin,
        @DefaultValue("1MB") DataSize fileSizeMax,
        @DefaultValue("true") boolean oddFiles,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate today,
        @DefaultValue("10000") int threshold,
        @DefaultValue("140") int otherCalls,
        @DefaultValue("1") double delayScale,
        @DefaultValue("5") int lockAfter,
        @DefaultValue("5m") Duration lockFor) {}
