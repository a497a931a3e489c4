package com.vsoxp.alliance.directory.listing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** A partner as the directory knows it; public while it has a profile and is entitled to be listed. */
@Entity
@Table(name = "listing")
public class Listing extends PanacheEntityBase {

    @Id
    public UUID partnerId;

    public long profileSequence;

    public String slug;

    public String name;

    public String description;

    public String website;

    public String logoUrl;

    public String publicEmail;

    public String publicPhone;

    public String country;

    public String region;

    public String city;

    public Double latitude;

    public Double longitude;

    public List<String> businessTypes;

    public List<String> languages;

    public List<String> services;

    public List<String> verticals;

    /** The name as it sorts and compares. */
    public String nameKey;

    /** The folded words it is found by. */
    public String searchText;

    public long entitlementSequence;

    public boolean entitled;

    /** The enrollment's status, as benefits-service tells it; null before it told any. */
    public String entitlementStatus;

    public LocalDate entitledSince;

    public String tier;

    public long mergeSequence;

    /** The partner whose record this one became part of; null for one of its own. */
    public UUID mergedInto;

    @Column(insertable = false, updatable = false)
    public boolean listed;

    /** The rows of these partners, made where missing, locked in the order of their ids so that no two writers deadlock. */
    static Map<UUID, Listing> lock(Collection<UUID> partnerIds) {
        var ids = new TreeSet<>(partnerIds).toArray(UUID[]::new);
        getEntityManager()
                .createNativeQuery(
                        "insert into listing (partner_id) select unnest(cast(:ids as uuid[])) on conflict do nothing")
                .setParameter("ids", ids)
                .executeUpdate();
        return Listing.<Listing>find("partnerId in ?1 order by partnerId", List.of(ids))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .collect(Collectors.toMap(listing -> listing.partnerId, listing -> listing));
    }

    static Optional<Listing> publicBySlug(String slug) {
        return find("slug = ?1 and listed", slug).firstResultOptional();
    }

    /** As {@link #listed}, also before the database has heard of the last changes. */
    public boolean isPublic() {
        return entitled && slug != null && mergedInto == null;
    }

    /** The partner's listing, or that of the partner it became part of. */
    public static Optional<Listing> publicOfHeir(UUID partnerId) {
        // Two partners' merges are heard in any order, so for a moment they may seem to lead in a circle.
        var seen = new HashSet<UUID>();
        var heir = partnerId;
        while (heir != null && seen.add(heir)) {
            Listing listing = findById(heir);
            if (listing == null || listing.listed) {
                return Optional.ofNullable(listing);
            }
            heir = listing.mergedInto;
        }
        return Optional.empty();
    }

    /** These partners' rows, by id. */
    public static Map<UUID, Listing> byPartners(Collection<UUID> partnerIds) {
        return Listing.<Listing>stream("partnerId in ?1", partnerIds)
                .collect(Collectors.toMap(listing -> listing.partnerId, listing -> listing));
    }

    /** Takes the profile over in whole. */
    void show(Profile profile) {
        profileSequence = profile.sequence();
        name = profile.name();
        description = profile.description();
        website = profile.website();
        logoUrl = profile.logoUrl();
        publicEmail = profile.publicEmail();
        publicPhone = profile.publicPhone();
        country = profile.country();
        region = profile.region();
        city = profile.city();
        latitude = profile.latitude();
        longitude = profile.longitude();
        businessTypes = profile.businessTypes();
        languages = profile.languages().stream().map(Profile::canonicalLanguage).toList();
        services = profile.services();
        verticals = profile.verticals();
        nameKey = Folding.fold(profile.name());
        searchText = profile.searchText();
    }
}
