package com.vsoxp.alliance.benefits.logo;

import com.vsoxp.alliance.benefits.entitlement.EnrollmentStatus;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The token by which the world asks about one enrollment of a partner. It ends with the enrollment, for good. */
@Entity
@Table(name = "logo_grant")
public class LogoGrant extends PanacheEntityBase {

    /** A partner that comes back has a new enrollment. */
    @Embeddable
    public record Key(UUID partnerId, UUID enrollmentId) {}

    @EmbeddedId
    public Key key;

    public String token;

    /** What the enrollment was last said to be. */
    @Enumerated(EnumType.STRING)
    public EnrollmentStatus status;

    /** The place of the fact that said so among the partner's facts. */
    public long sequence;

    /** Whether the enrollment ever held a tier: an application that was turned down has nothing to show. */
    public boolean held;

    static List<LogoGrant> ofKeys(Collection<Key> keys) {
        return list("key in ?1", keys);
    }

    static Optional<LogoGrant> byToken(String token) {
        return LogoToken.isOne(token) ? find("token = ?1 and held", token).firstResultOptional() : Optional.empty();
    }

    /** Of several enrollments, the one that was last heard of. */
    static Optional<LogoGrant> latestOf(UUID partnerId) {
        return find("key.partnerId = ?1 and held order by sequence desc", partnerId)
                .firstResultOptional();
    }
}
