package app.ascent.importing.web.page;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.crm.Clients;
import app.ascent.identity.Users;
import app.ascent.importing.Reasons;
import app.ascent.importing.ReportName;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.LoadingOrder;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The makers of views, put together by hand over the real bundles, at a standing clock in UTC. */
final class Workshop {

    final Clock clock = Clock.fixed(Imagined.NOW, ZoneOffset.UTC);
    final ResourceBundleMessageSource messages = messages();
    final Formats formats = new Formats(clock, messages, "UTC");
    final Texts texts = new Texts(messages);
    final RecordTypes types = new RecordTypes(texts);
    final Heads heads = new Heads(formats, texts, users(), new ReportName(formats));
    final Activity activity = new Activity(clock, formats, texts, types, order());
    final RunFacts facts = new RunFacts(formats, texts);
    final StateMessages states = new StateMessages(clock, formats, texts, types, heads);
    final ProgressViews progress = new ProgressViews(clock, formats, texts, types, activity, facts, states, order());
    final CountTable counts = new CountTable(formats, texts, types);
    final Reasons reasons = new Reasons(messages, new KnownReasons(List.of()));
    final ReportViews reports =
            new ReportViews(formats, texts, types, counts, new ReasonGroups(formats, texts, types, reasons));
    final ReviewViews reviews = new ReviewViews(formats, texts, types, new DecisionViews(formats, texts, types));
    final EarlierRuns earlier = new EarlierRuns(formats, texts, counts, facts);
    final TestChecks checks = new TestChecks(formats, texts, types, 0.45);
    final TestViews tests = new TestViews(formats, texts, types, checks);
    final WrittenFields written = new WrittenFields(texts, types, heads, mock(Clients.class));

    /** Contacts point to companies. */
    private static LoadingOrder order() {
        LoadingOrder order = mock(LoadingOrder.class);
        when(order.waitsFor(any(), any())).thenAnswer(call -> {
            RunView run = call.getArgument(0);
            EntityProgress entity = call.getArgument(1);
            return Optional.of("companies")
                    .filter(parent -> entity.entity().equals("contacts") && entity.status() == EntityStatus.LOADING)
                    .filter(parent -> run.entities().stream()
                            .anyMatch(each -> each.entity().equals(parent) && each.status() != EntityStatus.DONE));
        });
        return order;
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/web", "messages/identity", "messages/importing");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** The members lie in the database, which none of these views needs. */
    private static Users users() {
        Users users = mock(Users.class);
        when(users.names(any(), any())).thenReturn(Map.of(Imagined.ZOE, "Zoë Lindqvist"));
        return users;
    }
}
