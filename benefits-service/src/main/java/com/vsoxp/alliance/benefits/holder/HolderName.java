package com.vsoxp.alliance.benefits.holder;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The name of a partner, as its record last said it. */
@Entity
@Table(name = "holder_name")
public class HolderName extends PanacheEntityBase {

    @Id
    public UUID partnerId;

    public String name;

    /** The place of the fact that said so among the partner's facts. */
    public long sequence;

    static List<HolderName> ofPartners(Collection<UUID> partnerIds) {
        return list("partnerId in ?1", partnerIds);
    }

    /** Empty until its record was heard of. */
    public static Optional<String> of(UUID partnerId) {
        return HolderName.<HolderName>findByIdOptional(partnerId).map(known -> known.name);
    }
}
