package app.ascent.autotask.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How Autotask is reached.
 *
 * @param discoveryUrl where zones are asked for; Autotask's own address, or that of the practice tenant when it is on
 * @param allowedHosts where credentials may go: whole names, or {@code *.} and a domain
 * @param allowLoopback whether plain http to this machine is trusted, too; follows the practice tenant when not set
 * @param readTimeout for a whole answer, its body included
 * @param retryWait before the second try; it doubles with each further one
 * @param maxAnswer the longest body that is read; a page of 500 records is some 2 MB, and a longer one is asked for in
 *     smaller pages
 */
@ConfigurationProperties("ascent.autotask")
public record AutotaskProperties(
        @Nullable URI discoveryUrl,
        @DefaultValue("*.autotask.net") List<String> allowedHosts,
        @Nullable Boolean allowLoopback,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("500ms") Duration retryWait,
        @DefaultValue("32MB") DataSize maxAnswer) {}
