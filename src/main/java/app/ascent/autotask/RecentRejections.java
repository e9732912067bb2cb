package app.ascent.autotask;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts rejected tests of an API user, so that a person is warned before Autotask locks it. */
@Component
class RecentRejections {

    private final JdbcClient jdbc;

    RecentRejections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes one and answers how many there were within the last 10 minutes, this one included. */
    int add(String apiUser) {
        String digest = digest(apiUser);
        jdbc.sql("delete from autotask_rejection where rejected_at <= now() - interval '10 minutes'")
                .update();
        jdbc.sql("insert into autotask_rejection (api_user, rejected_at) values (:user, now())")
                .param("user", digest)
                .update();
        return jdbc.sql(
                        """
                        select count(*) from autotask_rejection
                        where api_user = :user and rejected_at > now() - interval '10 minutes'
                        """)
                .param("user", digest)
                .query(Integer.class)
                .single();
    }

    /** User names of a failed test are nobody's data yet; a digest is all that counting needs. */
    private static String digest(String apiUser) {
        try {
            byte[] name = apiUser.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
