package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class EntityMigrationsTests {

    @Test
    void putsEachTypeBehindThoseItNeeds() {
        assertThat(EntityMigrations.sort(List.of(type("a", "c"), type("b"), type("c", "b"), type("d"))))
                .extracting(entity -> entity.type().name())
                .containsExactly("b", "c", "a", "d");
    }

    @Test
    void refusesACircle() {
        assertThatThrownBy(() -> EntityMigrations.sort(List.of(type("a", "b"), type("b", "a"), type("c"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("circle")
                .hasMessageContaining("[a, b]");
    }

    @Test
    void refusesADouble() {
        assertThatThrownBy(() -> EntityMigrations.sort(List.of(type("a"), type("a"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Two entity types are named a");
    }

    @Test
    void refusesATypeNobodyKnows() {
        assertThatThrownBy(() -> EntityMigrations.sort(List.of(type("a", "ghost"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ghost");
    }

    @Test
    void putsATypeBehindAllPartsOfOneItNeeds() {
        assertThat(EntityMigrations.sort(List.of(type("a", "z"), type("z:Two", "c"), type("z:One"), type("c"))))
                .extracting(entity -> entity.type().name())
                .containsExactly("c", "z:One", "z:Two", "a");
    }

    @Test
    void keepsTheTypesOfAKindTogether() {
        EntityMigration<?, ?> part = type("line", "b");
        Mockito.doReturn(new EntityType("b")).when(part).kind();

        assertThat(EntityMigrations.sort(List.of(type("a", "b"), part, type("b"))))
                .extracting(entity -> entity.type().name())
                .containsExactly("b", "line", "a");
    }

    @Test
    void refusesAPartOfATypeThatIsOneItself() {
        assertThatThrownBy(() -> EntityMigrations.sort(List.of(type("a"), type("a:Part"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a:Part is a part");
    }

    @Test
    void refusesPartsOfDifferentKinds() {
        EntityMigration<?, ?> other = type("a:Other");
        Mockito.doReturn(new EntityType("b")).when(other).kind();

        assertThatThrownBy(() -> EntityMigrations.sort(List.of(type("a:Part"), other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("different kinds");
    }

    private static EntityMigration<?, ?> type(String name, String... needs) {
        EntityMigration<?, ?> entity = Mockito.mock();
        Mockito.when(entity.type()).thenReturn(new EntityType(name));
        Set<EntityType> types = Arrays.stream(needs).map(EntityType::new).collect(Collectors.toSet());
        Mockito.when(entity.kind()).thenCallRealMethod();
        Mockito.when(entity.dependsOn()).thenReturn(types);
        return entity;
    }
}
