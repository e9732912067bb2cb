package app.ascent.importing.contact;

import static app.ascent.importing.contact.ContactMapping.CLIENT;
import static app.ascent.importing.contact.ContactMapping.ID;
import static app.ascent.importing.contact.ContactMapping.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.ascent.crm.ContactFields;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.Owner;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Rejected;
import app.ascent.migration.spi.Mapped.Skipped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which client a contact belongs to, and what is said when there is none. */
class ContactParentTests {

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void skipsAContactWithoutACompany(String company) {
        Mapped<ContactFields> mapped = map(Payload.contact().json("companyID", company), new Resolution.Unknown());

        assertThat(mapped).isInstanceOfSatisfying(Skipped.class, skipped -> {
            assertThat(skipped.reason().reason()).isEqualTo(Reason.PARENT_NOT_IMPORTED);
            assertThat(skipped.reason().field()).isEqualTo("companyID");
            assertThat(skipped.reason().value()).isNull();
            assertThat(skipped.reason().detail()).contains("no company");
        });
    }

    static List<Arguments> resolutions() {
        return List.of(
                arguments(
                        new Resolution.Unknown(false),
                        Reason.PARENT_NOT_IMPORTED,
                        "Autotask did not send its company (174), though this API user may read all of them, so it was probably deleted there."),
                arguments(
                        new Resolution.Unknown(true),
                        Reason.PARENT_NOT_IMPORTED,
                        "Its company (174) is not among those this API user may see: it is hidden, by its Line of Business for one, or was deleted in Autotask."),
                arguments(
                        new Resolution.Gone("Fjord", false),
                        Reason.PARENT_NOT_IMPORTED,
                        "Its company Fjord (174) came in an earlier run, and Autotask does not send it any more, so it was probably deleted there."),
                arguments(
                        new Resolution.Gone("Fjord", true),
                        Reason.PARENT_NOT_IMPORTED,
                        "Its company Fjord (174) came in an earlier run, and now it is not among those this API user may see: it is hidden, by its Line of Business for one, or was deleted in Autotask."),
                arguments(
                        new Resolution.NotLoaded(Reason.INTERNAL_ERROR, "Fjord"),
                        Reason.PARENT_NOT_IMPORTED,
                        "Its company Fjord (174) failed."),
                arguments(
                        new Resolution.NotLoaded(Reason.PARENT_NOT_IMPORTED, "Fjord"),
                        Reason.PARENT_NOT_IMPORTED,
                        "Its company Fjord (174) was skipped."),
                arguments(
                        new Resolution.NotLoaded(Reason.SOURCE_ERROR),
                        Reason.PARENT_NOT_IMPORTED,
                        "Its company (174) failed."),
                arguments(
                        new Resolution.NotLoaded(Reason.DELETED_IN_ASCENT),
                        Reason.DELETED_IN_ASCENT,
                        "The client of its company (174) was deleted in Ascent. It is not brought back."));
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void saysWhyItsCompanyIsMissing(Resolution resolution, Reason code, String sentence) {
        Mapped<ContactFields> mapped = map(Payload.contact(), resolution);

        String all = code == Reason.PARENT_NOT_IMPORTED ? sentence + " It has no client to belong to." : sentence;
        SourceRef company = new SourceRef(Owner.CLIENT.type(), new SourceId(174));
        Finding finding = code == Reason.PARENT_NOT_IMPORTED
                ? Finding.parentMissing("companyID", company)
                : Finding.of(code, "companyID", "174");
        assertThat(mapped).isEqualTo(new Skipped<ContactFields>(finding.saying(all)));
    }

    @Test
    void cannotLoadAContactWhoseCompanyIsNoId() {
        Mapped<ContactFields> mapped = map(Payload.contact().with("companyID", "HQ"), new Resolution.Unknown());

        assertThat(mapped).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.problems())
                .singleElement()
                .satisfies(problem -> assertThat(((Finding) problem).reason()).isEqualTo(Reason.INVALID_VALUE)));
    }

    @Test
    void belongsToTheOwnOrganizationLikeAnyOther() {
        AutotaskContact staff = Payload.contact().with("companyID", 0).as(AutotaskContact.class);
        SourceRef own = new SourceRef(Owner.CLIENT.type(), new SourceId(0));

        assertThat(ContactMapper.company(staff)).contains(own);
        assertThat(ContactMapper.map(
                        ID,
                        staff,
                        Dictionaries.references(
                                ContactMapper.lookUps(staff),
                                Map.of(own, new Resolution.Loaded(new TargetId(CLIENT))))))
                .isInstanceOf(Ready.class);
    }
}
