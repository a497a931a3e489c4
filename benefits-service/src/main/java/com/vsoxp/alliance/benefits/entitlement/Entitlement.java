package com.vsoxp.alliance.benefits.entitlement;

import com.vsoxp.alliance.benefits.program.BenefitValue;
import com.vsoxp.alliance.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A {@link Grant} of a partner, kept so that it can be asked for. */
@Entity
@Table(name = "entitlement")
public class Entitlement extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    public String code;

    @Column(name = "benefit_value")
    public BenefitValue value;

    public BenefitValue withheld;

    public LocalDate since;

    public LocalDate until;

    public String programVersion;

    public String tier;

    static Entitlement of(UUID partnerId, Grant grant) {
        var entitlement = new Entitlement();
        entitlement.id = Ids.next();
        entitlement.partnerId = partnerId;
        entitlement.code = grant.code();
        entitlement.since = grant.since();
        entitlement.become(grant);
        return entitlement;
    }

    static List<Entitlement> ofPartners(Collection<UUID> partnerIds) {
        return list("partnerId in ?1", partnerIds);
    }

    /** All periods of one benefit, of several partners. */
    public static List<Entitlement> ofBenefit(Collection<UUID> partnerIds, String code) {
        return list("partnerId in ?1 and code = ?2", partnerIds, code);
    }

    static List<Entitlement> on(LocalDate day, UUID partnerId) {
        return list("partnerId = ?1 and since <= ?2 and (until is null or until > ?2) order by code", partnerId, day);
    }

    static List<Entitlement> on(LocalDate day, UUID partnerId, Collection<String> codes) {
        return list(
                "partnerId = ?1 and code in ?2 and since <= ?3 and (until is null or until > ?3)",
                partnerId,
                codes,
                day);
    }

    /** What the partner may use of one benefit on a day; empty, if it holds no tier then. */
    public static Optional<BenefitValue> valueOn(LocalDate day, UUID partnerId, String code) {
        return of(day, partnerId, code).map(entitlement -> entitlement.value);
    }

    /** One benefit as it stands on a day; empty, if the partner holds no tier then. */
    public static Optional<Entitlement> of(LocalDate day, UUID partnerId, String code) {
        return find(
                        "partnerId = ?1 and code = ?2 and since <= ?3 and (until is null or until > ?3)",
                        partnerId,
                        code,
                        day)
                .firstResultOptional();
    }

    /** Newest first; {@code afterSince} and {@code afterCode} are those of the last one already read, or both null. */
    static List<Entitlement> history(UUID partnerId, LocalDate afterSince, String afterCode, int limit) {
        if (afterSince == null) {
            return Entitlement.<Entitlement>find("partnerId = ?1 order by since desc, code", partnerId)
                    .range(0, limit - 1)
                    .list();
        }
        return Entitlement.<Entitlement>find(
                        "partnerId = ?1 and since <= ?2 and (since < ?2 or code > ?3) order by since desc, code",
                        partnerId,
                        afterSince,
                        afterCode)
                .range(0, limit - 1)
                .list();
    }

    void become(Grant grant) {
        value = grant.value();
        withheld = grant.withheld();
        until = grant.until();
        programVersion = grant.programVersion();
        tier = grant.tier();
    }

    Grant grant() {
        return new Grant(code, value, withheld, since, until, programVersion, tier);
    }
}
