package app.ascent.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of the practice tenant: everywhere, small, and odd in each way once. */
class AttachmentsTests {

    /** Only read. */
    private static final Tenant TENANT = TenantTests.tenant(2027, 420, 2600);

    private static final List<Row> FILES =
            TenantTests.rows(TENANT, Entity.ATTACHMENT_INFO).toList();

    private static byte[] content(Row file) {
        var bytes = new ByteArrayOutputStream();
        TENANT.content(file.id()).parts(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static long said(Row file) {
        return file.get("fileSize") instanceof BigDecimal size ? size.longValue() : -1;
    }

    @ParameterizedTest
    @EnumSource(
            value = AttachmentQuirk.class,
            mode = EXCLUDE,
            names = {
                "NAME_TWICE",
                "CONTENT_TWICE",
                "TYPE_MISSING",
                "EMPTY",
                "SIZE_TOO_HIGH",
                "SIZE_TOO_LOW",
                "BASE64_IN_LINES",
                "BASE64_DAMAGED",
                "DATA_AT_ROOT_ALONE",
                "DATA_AT_ROOT_AS_ITEM",
                "DATA_NOWHERE",
                "DATA_LEFT_OUT",
                "NOT_FOUND",
                "FORBIDDEN",
                "BROKEN",
                "OF_AN_OPPORTUNITY",
                "OF_A_COMPANY_NOTE",
                "OF_A_CONTRACT_NOTE",
                "LISTED_TWICE",
                "NONE"
            })
    void hasAFileOfEveryOddKind(AttachmentQuirk quirk) {
        assertThat(FILES.stream().filter(row -> {
                    Row spoilt = new Row(row);
                    quirk.spoil(spoilt);
                    return TenantTests.text(spoilt).equals(TenantTests.text(row));
                }))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Delivery.class,
            mode = EXCLUDE,
            names = {"PLAIN"})
    void deliversOneFileInEveryOddWay(Delivery delivery) {
        assertThat(FILES.stream().filter(row -> TENANT.content(row.id()).delivery() == delivery))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "TICKETS, ticketID, 90, 200",
        "TICKET_NOTES, ticketNoteID, 20, 60",
        "TIME_ENTRIES, timeEntryID, 10, 30",
        "COMPANIES, companyID, 10, 30",
        "PROJECTS, projectID, 20, 50",
        "PROJECT_NOTES, projectNoteID, 10, 30",
        "TASKS, taskID, 20, 60",
        "TASK_NOTES, taskNoteID, 10, 30",
        "CONFIGURATION_ITEMS, configurationItemID, 10, 30",
        "CONTRACTS, contractID, 10, 30"
    })
    void areAttachedToEverything(Entity entity, String field, int least, int most) {
        Set<@Nullable Object> owners =
                TenantTests.rows(TENANT, entity).map(Row::id).collect(Collectors.toCollection(HashSet::new));

        assertThat(FILES.stream().filter(row -> owners.contains(row.get(field))))
                .hasSizeBetween(least, most);
    }

    @Test
    void areFoundByWhatTheyAreAttachedTo() {
        Table table = TENANT.table(Entity.ATTACHMENT_INFO);

        for (String field : AttachmentOwner.fields()) {
            List<Long> owners = FILES.stream()
                    .filter(row -> row.get(field) != null)
                    .map(row -> (Long) row.get(field))
                    .distinct()
                    .toList();
            List<Long> found = table.where(field, owners).stream()
                    .flatMapToLong(span -> LongStream.range(span.from(), span.end()))
                    .mapToObj(table::idAt)
                    .toList();

            assertThat(found)
                    .as(field)
                    .isEqualTo(FILES.stream()
                            .filter(row -> row.get(field) != null)
                            .map(Row::id)
                            .toList());
        }
    }

    /** Of most files at least: two lie about it, and nobody is to ask for the large one. */
    @Test
    void areAsLargeAsTheySay() {
        assertThat(FILES.stream()
                        .filter(row -> "FILE_ATTACHMENT".equals(row.get("attachmentType")))
                        .filter(row -> content(row).length != said(row)))
                .as("both that lie, the large one, and one that says nothing")
                .hasSize(4);
        assertThat(FILES.stream().mapToLong(row -> content(row).length).sum()).isLessThan(5_000_000);
    }

    @Test
    void holdWhatNoOtherHoldsSaveOne() {
        List<String> contents = FILES.stream()
                .filter(row -> said(row) > 0)
                .map(row -> HexFormat.of().formatHex(sha256().digest(content(row))))
                .toList();

        assertThat(contents).hasSizeGreaterThan(300);
        assertThat(new HashSet<>(contents)).hasSize(contents.size() - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showSomething() throws IOException {
        for (Row file : FILES.stream()
                .filter(row -> String.valueOf(row.get("contentType")).matches("image/(png|jpeg)"))
                .filter(row -> !"holiday.png".equals(row.get("fullPath")))
                .limit(20)
                .toList()) {
            assertThat(ImageIO.read(new ByteArrayInputStream(content(file))))
                    .as(file.get("fullPath") + "")
                    .isNotNull();
        }
    }
}
