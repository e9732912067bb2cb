package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.LostEdits;
import app.ascent.migration.LostEdits.LostEdit;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Fields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of what people would lose names members and clients, for nobody knows their ids. */
class EditPreviewTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(2, 2));
    private static final MigrationId MIGRATION = new MigrationId(new UUID(7, 7));
    private static final UUID ZOE = new UUID(1, 1);
    private static final UUID GONE = new UUID(1, 2);
    private static final UUID NORTHWIND = new UUID(5, 1);
    private static final UUID CONTOSO = new UUID(5, 2);

    private final LostEdits edits = mock();
    private final RecordNames names = mock();
    private final CurrentUser currentUser = mock();
    private final AutotaskEntities entities = new AutotaskEntities(
            List.of(kind("companies", ClientFields.FIELDS), kind("contacts", ContactFields.FIELDS)), List.of());
    private final EditPreview preview =
            new EditPreview(edits, entities, new FieldReferences(names, entities), currentUser);

    @BeforeEach
    void knowsPeopleAndClients() {
        when(currentUser.organization()).thenReturn(ORGANIZATION);
        when(names.of(
                        ORGANIZATION,
                        List.of(new UserId(ZOE), new UserId(GONE), new ClientId(NORTHWIND), new ClientId(CONTOSO))))
                .thenReturn(Map.of(
                        new UserId(ZOE),
                        "Zoë Lindqvist",
                        new ClientId(NORTHWIND),
                        "Northwind",
                        new ClientId(CONTOSO),
                        "Contoso"));
    }

    @Test
    void namesMembersAndClients() {
        when(edits.of(ORGANIZATION, MIGRATION))
                .thenReturn(new LostEdits.Preview(
                        List.of(
                                edit("accountManagerId", ZOE.toString(), GONE.toString()),
                                edit("clientId", NORTHWIND.toString(), CONTOSO.toString())),
                        true));

        assertThat(preview.of(MIGRATION).edits())
                .extracting(LostEdit::inAscent, LostEdit::inSource)
                .containsExactly(tuple("Zoë Lindqvist", GONE.toString()), tuple("Northwind", "Contoso"));
    }

    @Test
    void leavesOtherFieldsAndEmptyOnesAsTheyAre() {
        when(edits.of(ORGANIZATION, MIGRATION))
                .thenReturn(new LostEdits.Preview(
                        List.of(
                                edit("phone", "+44 117", "+49 40"),
                                edit("notes", ZOE.toString(), null),
                                edit("accountManagerId", null, null)),
                        false));

        LostEdits.Preview worded = preview.of(MIGRATION);

        assertThat(worded.all()).isFalse();
        assertThat(worded.edits()).extracting(LostEdit::inAscent).containsExactly("+44 117", ZOE.toString(), null);
        assertThat(worded.edits()).extracting(LostEdit::inSource).containsExactly("+49 40", null, null);
        verify(names).of(ORGANIZATION, List.of());
    }

    private static AutotaskEntity kind(String name, Fields<?> fields) {
        AutotaskEntity kind = mock();
        when(kind.type()).thenReturn(new EntityType(name));
        doReturn(fields).when(kind).fields();
        return kind;
    }

    private static LostEdit edit(String field, @Nullable String inAscent, @Nullable String inSource) {
        return new LostEdit(
                field.equals("clientId") ? "contacts" : "companies",
                new SourceId(174),
                new UUID(8, 8),
                "Northwind",
                field,
                field,
                inAscent,
                inSource);
    }
}
