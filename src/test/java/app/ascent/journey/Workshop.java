package app.ascent.journey;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Organizations;
import app.ascent.identity.Users;
import app.ascent.importing.ImaginedKind;
import app.ascent.importing.MigrationService;
import app.ascent.importing.Reasons;
import app.ascent.importing.ReportName;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.record.page.FieldLabels;
import app.ascent.record.page.FieldValues;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What all makers of views need, put together by hand over the real bundles, at a standing clock in UTC. */
public final class Workshop {

    public final Clock clock = Clock.fixed(Imagined.NOW, ZoneOffset.UTC);
    public final ResourceBundleMessageSource messages = messages();
    public final Formats formats = new Formats(clock, messages, "UTC");
    public final Texts texts = new Texts(messages);
    public final RecordTypes types = new RecordTypes(texts, ImaginedKind.all());
    public final FieldLabels labels = new FieldLabels(texts);
    public final FieldValues values = new FieldValues(labels, formats, texts, organizations());
    public final Reasons reasons = new Reasons(messages, new KnownReasons(List.of()));
    public final Heads heads = new Heads(formats, texts, owner(), users(), new ReportName(formats));
    public final RunFacts facts = new RunFacts(ImaginedKind.all(), formats, texts);
    public final ScopeWords scopes = new ScopeWords(formats, texts, types);
    public final RunHistory history = new RunHistory(
            mock(MigrationService.class), mock(Migrations.class), mock(Reports.class), owner(), formats, texts, types);

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/web",
                "messages/identity",
                "messages/record",
                "messages/crm",
                "messages/contracts",
                "messages/importing",
                "messages/imagined",
                "messages/journey");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static CurrentUser owner() {
        CurrentUser owner = mock(CurrentUser.class);
        when(owner.organization()).thenReturn(Imagined.FJORDLIGHT);
        return owner;
    }

    private static Organizations organizations() {
        Organizations organizations = mock(Organizations.class);
        when(organizations.settings(any())).thenReturn(Imagined.SETTINGS);
        return organizations;
    }

    /** The members lie in the database, which none of these views needs. */
    private static Users users() {
        Users users = mock(Users.class);
        when(users.names(any(), any())).thenReturn(Map.of(Imagined.ZOE, "Zoë Lindqvist"));
        return users;
    }
}
