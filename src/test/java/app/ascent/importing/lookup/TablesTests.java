package app.ascent.importing.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.importing.field.Named;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTests {

    private static final UserId MEMBER = new UserId(UUID.randomUUID());
    private static final RunContext RUN = new RunContext(
            new OrganizationId(UUID.randomUUID()),
            new MigrationId(UUID.randomUUID()),
            new RunId(UUID.randomUUID()),
            new Source("AUTOTASK", 91_234, UUID.randomUUID()),
            Conflicts.KEEP_ASCENT);

    private final Users users = mock();

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(Tables.COUNTRIES, "{\"displayName\":\" Germany \",\"name\":\"GERMANY\"}", "Germany"),
                Arguments.of(Tables.COUNTRIES, "{\"displayName\":\"\",\"name\":\"GHANA\"}", "GHANA"),
                Arguments.of(Tables.COUNTRIES, "{\"displayName\":{\"en\":\"Ghana\"},\"NAME\":\"GHANA\"}", "GHANA"),
                Arguments.of(Tables.COUNTRIES, "{\"displayName\":null}", null),
                Arguments.of(Tables.CATEGORIES, "{\"name\":\" Standard \",\"nickname\":\"STD\"}", "Standard"),
                Arguments.of(Tables.CATEGORIES, "{\"name\":null,\"Nickname\":\"SMB\",\"isActive\":0}", "SMB"),
                Arguments.of(Tables.CATEGORIES, "{\"name\":[\"x\"]}", null),
                Arguments.of(Tables.CURRENCIES, "{\"name\":\"\",\"description\":\"Euro\"}", "Euro"),
                Arguments.of(Tables.RESOURCES, "{\"firstName\":\"Zoë\",\"lastName\":\"Lindqvist\"}", "Zoë Lindqvist"),
                Arguments.of(Tables.RESOURCES, "{\"firstName\":\"Bo\",\"lastName\":\"\"}", "Bo"),
                Arguments.of(Tables.RESOURCES, "{\"userName\":\"apiuser\",\"email\":\"\"}", "apiuser"),
                Arguments.of(Tables.RESOURCES, "{\"email\":\"system@x.example\"}", "system@x.example"),
                Arguments.of(Tables.RESOURCES, "{\"id\":5}", "Resource 5"),
                Arguments.of(Tables.RESOURCES, "{\"id\":5,\"member\":{\"value\":\"x\"}}", "Resource 5"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void callsRowsByWhatNamesThem(Lookup<? extends Named> table, String row, @Nullable String name) {
        assertThat(Payload.read(row, table.row()).source().label()).isEqualTo(name);
    }

    @Test
    void findsMembersByEmailWhateverItsCase() {
        when(users.activeByEmail(any(), eq(List.of("zoe@x.example", "bo@x.example"))))
                .thenReturn(Map.of("zoe@x.example", MEMBER));

        List<Resource> completed = new Resources(mock(), users, mock(), mock())
                .completed(
                        RUN,
                        Stream.of(
                                        "{\"id\":1,\"email\":\"\u200BSMTP:ZOE@x.example\"}",
                                        "{\"id\":2,\"email\":\"bo@x.example\"}",
                                        "{\"id\":3,\"email\":[\"bo@x.example\"]}",
                                        "{\"id\":4}")
                                .map(row -> Payload.read(row, Resource.class).source())
                                .toList());

        assertThat(completed).extracting(Resource::member).containsExactly(MEMBER, null, null, null);
    }
}
