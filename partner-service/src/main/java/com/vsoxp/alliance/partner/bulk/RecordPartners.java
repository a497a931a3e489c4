package com.vsoxp.alliance.partner.bulk;

import com.vsoxp.alliance.partner.bulk.Outcome.Effect;
import com.vsoxp.alliance.partner.partner.ChangePartner;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.partner.RegisterPartner;
import com.vsoxp.alliance.partner.partner.duplicate.DuplicateCandidate;
import com.vsoxp.alliance.partner.partner.duplicate.PossibleDuplicates;
import com.vsoxp.alliance.partner.partner.duplicate.RegistrationWarning;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.partner.partner.key.KnownPartners;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Registers or changes partners by the keys that they have in other systems, many in one transaction. */
@UseCase
class RecordPartners {

    private final KnownPartners known;
    private final RegisterPartner registerPartner;
    private final ChangePartner changePartner;
    private final PossibleDuplicates duplicates;

    RecordPartners(
            KnownPartners known,
            RegisterPartner registerPartner,
            ChangePartner changePartner,
            PossibleDuplicates duplicates) {
        this.known = known;
        this.registerPartner = registerPartner;
        this.changePartner = changePartner;
        this.duplicates = duplicates;
    }

    /**
     * Gives the partner that has one of a profile's external ids that profile, or registers it. Ids in systems that the
     * profile does not name stay. A profile with ids of two partners is refused.
     *
     * @param profiles no two of them with the same external id
     * @return what became of the first of them, up to one that speaks of the same partner as one before it: the rest is to
     *     be asked for anew
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Outcome> record(List<PartnerProfile> profiles) {
        List<Entry> entries = entries(profiles, owners(profiles));
        leave(open(entries, 1));
        change(open(entries, 1));
        register(open(entries, 0));
        return entries.stream().map(entry -> entry.outcome).toList();
    }

    /** A line, the partners whose ids it has, and what became of it. */
    private static final class Entry {

        private final PartnerProfile profile;
        private final Set<UUID> owners;
        private Outcome outcome;

        private Entry(PartnerProfile profile, Set<UUID> owners) {
            this.profile = profile;
            this.owners = owners;
            if (owners.size() > 1) {
                outcome = new Outcome.Refused(Problems.conflict(
                        "TWO_PARTNERS", "The external ids are those of " + owners.size() + " partners."));
            }
        }

        private UUID owner() {
            return owners.iterator().next();
        }
    }

    private static List<Entry> entries(List<PartnerProfile> profiles, Map<ExternalId.Key, UUID> owners) {
        List<Entry> entries = new ArrayList<>(profiles.size());
        Set<UUID> seen = new HashSet<>();
        for (PartnerProfile profile : profiles) {
            Set<UUID> its = new HashSet<>();
            profile.keys().stream().filter(owners::containsKey).map(owners::get).forEach(its::add);
            if (!its.stream().allMatch(seen::add)) {
                break;
            }
            entries.add(new Entry(profile, its));
        }
        return entries;
    }

    private static List<Entry> open(List<Entry> entries, int owners) {
        return entries.stream()
                .filter(entry -> entry.outcome == null && entry.owners.size() == owners)
                .toList();
    }

    /** Imports with new keys take turns: two that claim the same ones in different orders would wait for one another. */
    private Map<ExternalId.Key, UUID> owners(List<PartnerProfile> profiles) {
        List<ExternalId.Key> keys =
                profiles.stream().flatMap(profile -> profile.keys().stream()).toList();
        Map<ExternalId.Key, UUID> owners = known.ownersOf(keys);
        if (owners.size() == keys.size()) {
            return owners;
        }
        Partner.getEntityManager()
                .createNativeQuery(
                        "select count(*) from pg_advisory_xact_lock(hashtextextended('partner import', 4713))")
                .getSingleResult();
        return known.ownersOf(keys);
    }

    /** Most lines of a file that is sent again are as the records are: to say so takes no lock, and writes nothing. */
    private void leave(List<Entry> entries) {
        Map<UUID, PartnerProfile> profiles =
                known.profilesOf(entries.stream().map(Entry::owner).toList());
        for (Entry entry : entries) {
            PartnerProfile now = profiles.get(entry.owner());
            if (now != null
                    && withIdsElsewhere(entry.profile, now.externalIds()).equals(now)) {
                entry.outcome = new Outcome.Recorded(Effect.UNCHANGED, entry.owner());
            }
        }
    }

    private void change(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<UUID, Partner> partners =
                Partner.lockAll(entries.stream().map(Entry::owner).collect(Collectors.toSet())).stream()
                        .filter(partner -> partner.mergedInto == null)
                        .collect(Collectors.toMap(partner -> partner.id, Function.identity()));
        Map<Partner, PartnerProfile> changes = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Partner partner = partners.get(entry.owner());
            if (partner == null) {
                changeSurvivor(entry);
            } else {
                PartnerProfile after = withIdsElsewhere(entry.profile, partner.profile.externalIds());
                entry.outcome = changed(partner.id, after.equals(partner.profile));
                changes.put(partner, after);
            }
        }
        changePartner.change(changes);
    }

    /** For a partner that was absorbed by another one just now. */
    private void changeSurvivor(Entry entry) {
        long[] before = new long[1];
        Partner partner = changePartner.change(
                entry.owner(),
                found -> before[0] = found.version,
                found -> withIdsElsewhere(entry.profile, found.externalIds()));
        entry.outcome = changed(partner.id, partner.version == before[0]);
    }

    private static Outcome changed(UUID id, boolean isUnchanged) {
        return new Outcome.Recorded(isUnchanged ? Effect.UNCHANGED : Effect.CHANGED, id);
    }

    private void register(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<UUID, PartnerProfile> profiles = new LinkedHashMap<>();
        entries.forEach(entry -> profiles.put(Ids.next(), entry.profile));
        List<Partner> partners = registerPartner.register(profiles);
        List<List<DuplicateCandidate>> alike = duplicates.ofNew(partners);
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).outcome =
                    new Outcome.Recorded(Effect.CREATED, partners.get(i).id, RegistrationWarning.about(alike.get(i)));
        }
    }

    /** A key that the partner has since a merge, beside its own in that system, stays beside it. */
    private static PartnerProfile withIdsElsewhere(PartnerProfile profile, Map<String, String> known) {
        Map<String, String> ids = new TreeMap<>(known);
        profile.keys().stream()
                .filter(key -> !key.externalId().equals(known.get(key.system())))
                .filter(key -> !ExternalId.cameWithMerge(key))
                .forEach(key -> ids.put(key.system(), key.externalId()));
        return profile.withExternalIds(ids);
    }
}
