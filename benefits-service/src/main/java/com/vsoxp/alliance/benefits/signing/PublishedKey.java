package com.vsoxp.alliance.benefits.signing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A public key that was ever published. It outlives its private part, which is destroyed when the key is replaced. */
@Entity
@Table(name = "signing_key")
public class PublishedKey extends PanacheEntityBase {

    @Id
    public String kid;

    /** The public JWK. */
    public String jwk;

    public Instant publishedAt;

    /** When a replica last had the private part; hours late. */
    public Instant lastHeldAt;

    static PublishedKey of(String kid, String jwk, Instant now) {
        var key = new PublishedKey();
        key.kid = kid;
        key.jwk = jwk;
        key.publishedAt = now;
        key.lastHeldAt = now;
        return key;
    }

    /** Those by which something that is still valid may have been signed. */
    static List<PublishedKey> neededAt(Instant now, Duration longestValidity) {
        return list("lastHeldAt > ?1 order by publishedAt, kid", now.minus(longestValidity));
    }
}
