package app.ascent.crm;

import app.ascent.record.RecordStatus;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Records with a value of its own in each field, so that no two columns can be mixed up unseen. */
final class Everything {

    private Everything() {}

    static ClientFields client() {
        return fill(
                ClientFields.class,
                Map.of(
                        ClientType.class,
                        ClientType.PARTNER,
                        RecordStatus.class,
                        RecordStatus.INACTIVE,
                        boolean.class,
                        true,
                        app.ascent.identity.UserId.class,
                        new app.ascent.identity.UserId(Samples.id())));
    }

    static ContactFields contact(ClientId client) {
        return fill(
                ContactFields.class,
                Map.of(
                        ClientId.class,
                        client,
                        RecordStatus.class,
                        RecordStatus.ACTIVE,
                        boolean.class,
                        true,
                        List.class,
                        List.of("one@example.org", "two,{\"}@example.org")));
    }

    private static <T> T fill(Class<T> type, Map<Class<?>, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> component.getType() == String.class
                        ? "é "
                                + component
                                        .getName()
                                        .substring(
                                                0,
                                                Math.min(10, component.getName().length()))
                                + component.getName().length()
                                + component.getName().hashCode() % 1000
                        : values.get(component.getType()))
                .toArray();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
