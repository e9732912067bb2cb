package app.ascent.contracts;

import java.util.UUID;

/** Names one contract. */
public record ContractId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
