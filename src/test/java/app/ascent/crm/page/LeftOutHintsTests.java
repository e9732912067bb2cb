package app.ascent.crm.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.ascent.crm.NotImported;
import app.ascent.crm.NotImported.LeftOut;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The hint is for those who may open the page it leads to. */
class LeftOutHintsTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(2, 2));
    private static final LeftOut FJORD = new LeftOut("Fjord", 99, "/admin/autotask-migration/7/issues/companies/99");

    private final NotImported imports = mock();
    private final ObjectProvider<NotImported> sources = mock();
    private final CurrentUser currentUser = mock();
    private final LeftOutHints hints = new LeftOutHints(sources, currentUser);

    @BeforeEach
    void leftOneOut() {
        when(sources.stream()).thenAnswer(call -> Stream.of(imports));
        when(currentUser.organization()).thenReturn(ORGANIZATION);
        when(imports.find(any(), any(), anyLong())).thenReturn(Optional.empty());
        when(imports.find(ORGANIZATION, "clients", 99)).thenReturn(Optional.of(FJORD));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void leadsTheOwnerToTheRecord() {
        signIn("clients.read", "migrations.manage");

        assertThat(hints.of("clients", "99")).isEqualTo(FJORD);
        assertThat(hints.of("clients", "#99")).isEqualTo(FJORD);
        assertThat(hints.of("clients", "98")).isNull();
        assertThat(hints.of("contacts", "99")).isNull();
    }

    @Test
    void asksNothingWhereNoIdWasSearchedFor() {
        signIn("clients.read", "migrations.manage");

        assertThat(hints.of("clients", "Fjord 99")).isNull();
        assertThat(hints.of("clients", "")).isNull();
        verify(imports, never()).find(any(), any(), anyLong());
    }

    @Test
    void tellsOthersNothing() {
        assertThat(hints.of("clients", "99")).as("nobody").isNull();
        signIn("clients.read");
        assertThat(hints.of("clients", "99")).as("a member").isNull();
    }

    private static void signIn(String... authorities) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("x", "x", authorities));
    }
}
