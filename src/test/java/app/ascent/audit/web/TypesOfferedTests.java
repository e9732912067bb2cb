package app.ascent.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.audit.AuditedType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesOfferedTests {

    private static final AuditedType BOAT = new AuditedType("Boat", 2);

    @Test
    void standInTheOrderTheyAskFor() {
        TypesOffered types = new TypesOffered(List.of(new AuditedType("User", 1), BOAT, new AuditedType("Anchor", 2)));

        assertThat(types.names()).containsExactly("User", "Anchor", "Boat");
    }

    @Test
    void areRefusedWhenTwoModulesContributeOne() {
        assertThatThrownBy(() -> new TypesOffered(List.of(BOAT, new AuditedType("Boat", 7))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Two types of audit entries are named Boat");
    }
}
