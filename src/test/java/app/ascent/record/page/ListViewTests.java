package app.ascent.record.page;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.record.RecordStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListViewTests {

    @Test
    void isAddressedByWhatItConsistsOf() {
        Parts parts = new Parts(" a&b ", "SERVER", "", null, "name-desc", "3");

        assertThat(parts.address("/parts")).isEqualTo("/parts?search=a%26b&type=SERVER&sort=name-desc");
        assertThat(parts.address("/parts", null)).isEqualTo("/parts?search=a%26b&type=SERVER");
    }

    @Test
    void knowsTheUsualStanding() {
        assertThat(standing("inactive")).isEqualTo(RecordStatus.INACTIVE);
        assertThat(standing("nonsense")).isEqualTo(RecordStatus.ACTIVE);
        assertThat(standing(null)).isEqualTo(RecordStatus.ACTIVE);
        assertThat(standing("any")).isNull();
    }

    private static @Nullable RecordStatus standing(@Nullable String name) {
        return ListView.standing(RecordStatus.values(), name, RecordStatus.ACTIVE);
    }

    private record Parts(
            @Nullable String search,
            @Nullable String type,
            @Nullable String maker,
            @Nullable String client,
            @Nullable String sort,
            @Nullable String page)
            implements ListView {

        @Override
        public List<ListOrder> orders() {
            return List.of(new ListOrder("name", true));
        }

        @Override
        public boolean senseless() {
            return false;
        }
    }
}
