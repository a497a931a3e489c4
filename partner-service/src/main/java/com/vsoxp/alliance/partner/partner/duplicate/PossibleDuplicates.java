package com.vsoxp.alliance.partner.partner.duplicate;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.partner.PartnerProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds partners that may be the same company. Three look-ups in indexes, however many partners there are. */
@ApplicationScoped
public class PossibleDuplicates {

    /** What a person can look at. */
    private static final int MAX_CANDIDATES = 5;

    /** How many of a kind are looked at to find those with most in common. */
    private static final int WORTH_A_LOOK = 20;

    private final EntityManager database;

    PossibleDuplicates(EntityManager database) {
        this.database = database;
    }

    /** The partners that may be the same company as this one: at most five, those with most in common first. */
    public List<DuplicateCandidate> of(Partner partner) {
        Optional<WebDomain> domain = WebDomain.of(partner.profile.website());
        return alike(partner, domain).stream()
                .map(row -> new DuplicateCandidate((UUID) row[0], (String) row[1], reasons(row, domain)))
                .filter(candidate -> !candidate.reasons().isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(
                        candidate -> -candidate.reasons().size()))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    /**
     * As {@link #of}, for one that the current transaction registers. Of two that are registered at the same moment the
     * later one waits here for the other, and finds it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<DuplicateCandidate> ofNew(Partner partner) {
        // In the order of the keys, so that two who share both never wait for each other.
        database.createNativeQuery("""
                        select pg_advisory_xact_lock(key) is null from (
                            select hashtextextended(text, 0) as key
                            from (values (:country || ' ' || company_name(:name)), (:domain)) texts (text)
                            where text <> '' order by key) keys""", Boolean.class)
                .setParameter("country", partner.profile.country())
                .setParameter("name", legalName(partner.profile))
                .setParameter(
                        "domain",
                        WebDomain.of(partner.profile.website())
                                .map(WebDomain::name)
                                .orElse(""))
                .getResultList();
        return of(partner);
    }

    /** Id, name, website and whether name and country are the same, of all that are worth a look. */
    @SuppressWarnings("unchecked")
    private List<Object[]> alike(Partner partner, Optional<WebDomain> domain) {
        return database.createNativeQuery("""
                        with asked as (select company_name(:name) as company_name),
                        named as (
                            select p.* from partner p
                            where p.country = :country and p.company_name = (select company_name from asked)
                            order by p.place limit :few),
                        domain as (
                            select p.* from partner p where p.host_backwards = :host order by p.place limit :few),
                        hosts as (
                            select p.* from partner p
                            where p.host_backwards > :host || '.' and p.host_backwards < :host || '/'
                            order by p.host_backwards, p.place limit :few)
                        select p.id, p.profile ->> 'name', p.profile ->> 'website',
                            coalesce(p.country = :country and p.company_name = asked.company_name, false)
                        from (table named union all table domain union all table hosts) p, asked
                        where p.id <> :self and p.merged_into is null""", Object[].class)
                .setParameter("country", partner.profile.country())
                .setParameter("name", legalName(partner.profile))
                .setParameter("host", domain.map(WebDomain::backwards).orElse(""))
                .setParameter("self", partner.id)
                .setParameter("few", WORTH_A_LOOK)
                .getResultList();
    }

    // The database says whether the names are the same; the domain of a host it cannot know.
    private static List<DuplicateReason> reasons(Object[] row, Optional<WebDomain> domain) {
        List<DuplicateReason> reasons = new ArrayList<>();
        if ((Boolean) row[3]) {
            reasons.add(DuplicateReason.SAME_LEGAL_NAME_AND_COUNTRY);
        }
        if (domain.isPresent() && domain.equals(WebDomain.of((String) row[2]))) {
            reasons.add(DuplicateReason.SAME_WEB_DOMAIN);
        }
        return List.copyOf(reasons);
    }

    private static String legalName(PartnerProfile profile) {
        return profile.legalName() == null ? profile.name() : profile.legalName();
    }
}
