package com.vsoxp.alliance.partner.partner.key;

import java.util.Optional;
import java.util.UUID;

/**
 * How a caller names a partner: by our id, or by the key it has in another system.
 *
 * @param id ours, or null
 * @param key another system's, or null
 */
public record PartnerReference(UUID id, ExternalId.Key key) {

    /** Our id, if that is how the partner is named. */
    public Optional<UUID> ownId() {
        return Optional.ofNullable(id);
    }

    /** The other system's key, if that is how the partner is named. */
    public Optional<ExternalId.Key> foreignKey() {
        return Optional.ofNullable(key);
    }
}
