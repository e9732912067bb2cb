package app.ascent.record.page;

import app.ascent.record.field.Ids;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.util.ReflectionUtils;

/**
 * What a list shows, as its address says it, so that a view can be kept and passed on. What makes no sense there does not
 * filter. Each kind of record adds its own filters, by components of a record.
 */
public interface ListView {

    int ROWS = 25;

    /** What an address says instead of a status when all of them are meant. */
    String ANY = "any";

    @Nullable
    String search();

    @Nullable
    String sort();

    @Nullable
    String page();

    /** The columns it can be ordered by, each as it begins; the first is the usual one. */
    List<ListOrder> orders();

    /** Whether a filter that was asked for makes no sense, so that the list does not go by it, and says so. */
    boolean senseless();

    default String words() {
        String search = search();
        return search == null ? "" : search.strip();
    }

    default ListOrder order() {
        for (ListOrder order : orders()) {
            if (order.column().equals(sort())) {
                return order;
            }
            if (order.reversed().turned().equals(sort())) {
                return order.reversed();
            }
        }
        return orders().getFirst();
    }

    /** Where the head of the column leads: to its order, or to the opposite of the present one. */
    default String sortBy(String column) {
        ListOrder usual = orders().stream()
                .filter(order -> order.column().equals(column))
                .findFirst()
                .orElseThrow();
        return usual.equals(order()) ? usual.reversed().turned() : column;
    }

    default Pageable pageable() {
        ListOrder order = order();
        return PageRequest.of(
                number(), ROWS, Sort.by(order.ascending() ? Sort.Direction.ASC : Sort.Direction.DESC, order.column()));
    }

    /** The address of this view with another order, on its first page: what it consists of, in that order. */
    default String address(String path, @Nullable String order) {
        ListAddress address = new ListAddress(path);
        for (RecordComponent part : getClass().getRecordComponents()) {
            switch (part.getName()) {
                case "search" -> address.with("search", words());
                case "sort" -> address.with("sort", order);
                case "page" -> {}
                default -> address.with(part.getName(), said(part));
            }
        }
        return address.toString();
    }

    default String address(String path) {
        return address(path, sort());
    }

    private @Nullable String said(RecordComponent part) {
        Method accessor = part.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        return (String) ReflectionUtils.invokeMethod(accessor, this);
    }

    private int number() {
        String page = page();
        try {
            return page == null ? 0 : Math.clamp(Long.parseLong(page), 0, 1_000_000);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** Whether something was said, of which nothing was made. */
    static boolean isLost(@Nullable String said, @Nullable Object made) {
        return said != null && !said.isBlank() && made == null;
    }

    /** Whether something was said that is no constant's name, nor {@link #ANY}. */
    static <E extends Enum<E>> boolean isLost(@Nullable String said, E[] constants) {
        return isLost(said, ANY.equals(said) ? said : constant(constants, said));
    }

    /** The constant of that name, or null where there is none. */
    static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The constant of that name, the usual one where there is none, or null for {@link #ANY}. */
    static <E extends Enum<E>> @Nullable E standing(E[] constants, @Nullable String name, E usual) {
        E chosen = constant(constants, name);
        return chosen != null ? chosen : ANY.equals(name) ? null : usual;
    }

    /** The id that was written there, or null where none was. */
    static <I> @Nullable I id(Class<I> type, @Nullable String text) {
        return text == null ? null : type.cast(Ids.parsed(type, text));
    }
}
