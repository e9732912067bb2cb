package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Ids;
import app.ascent.record.page.FieldLabels;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever looks at what an import wrote is told names: of every field of every kind that points somewhere. */
@CrmWebTest
class FieldReferencesTests {

    private final Visitors visitors;
    private final AutotaskEntities entities;
    private final FieldReferences references;
    private final FieldLabels labels;

    @Autowired
    FieldReferencesTests(Visitors visitors, AutotaskEntities entities, FieldReferences references, FieldLabels labels) {
        this.visitors = visitors;
        this.entities = entities;
        this.references = references;
        this.labels = labels;
    }

    @TestFactory
    List<DynamicTest> namesWhatFieldsPointTo() {
        OrganizationId organization = visitors.organization();
        return entities.all().stream()
                .flatMap(entity -> entity.fields().all().stream()
                        .filter(entity::tells)
                        .filter(field -> field.isReference())
                        .map(field -> DynamicTest.dynamicTest(entity.type() + "." + field.name(), () -> {
                            Object nobody = Ids.of(entity.pointsTo(field)).of(new UUID(0, 1));

                            assertThat(references.names(organization, List.of(nobody)))
                                    .as("of what is gone")
                                    .isEmpty();
                        })))
                .toList();
    }

    /** An abbreviation is a word already. */
    @TestFactory
    List<DynamicTest> saysInWordsWhatIsOneOfAList() {
        return entities.all().stream()
                .flatMap(entity -> entity.fields().all().stream()
                        .filter(entity::tells)
                        .filter(field -> field.type().isEnum())
                        .flatMap(field -> Stream.of(field.type().getEnumConstants())
                                .filter(value -> value.toString().length() > 3)
                                .map(value -> DynamicTest.dynamicTest(
                                        entity.type() + "." + field.name() + "." + value,
                                        () -> assertThat(labels.value(entity.fields(), field, value.toString()))
                                                .isNotEqualTo(value.toString())))))
                .toList();
    }
}
