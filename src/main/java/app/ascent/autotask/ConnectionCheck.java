package app.ascent.autotask;

import java.util.List;
import org.springframework.stereotype.Service;

/** Tests credentials, stores nothing, and never repeats a rejected call. */
@Service
public class ConnectionCheck {

    /** Tests against the given entities, named as in the API's paths. */
    public ConnectionReport test(Credentials credentials, List<String> entities) throws InterruptedException {
        throw new UnsupportedOperationException();
    }
}
