package com.vsoxp.alliance.partner.bulk;

import com.vsoxp.alliance.partner.partner.ChangePartner;
import com.vsoxp.alliance.partner.partner.ExternalId;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.partner.PartnerProfile;
import com.vsoxp.alliance.partner.partner.RegisterPartner;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Registers or changes partners by the keys that they have in other systems, many in one transaction. */
@UseCase
class ImportPartners implements LinesOf<PartnerProfile> {

    private final RegisterPartner registerPartner;
    private final ChangePartner changePartner;

    ImportPartners(RegisterPartner registerPartner, ChangePartner changePartner) {
        this.registerPartner = registerPartner;
        this.changePartner = changePartner;
    }

    @Override
    public Class<PartnerProfile> type() {
        return PartnerProfile.class;
    }

    @Override
    public void check(PartnerProfile profile) {
        if (profile.externalIds().isEmpty()) {
            throw Problems.rule(
                    "/externalIds", "REQUIRED", "must hold the partner's key in at least one other system.");
        }
    }

    /**
     * Gives the partner that has one of a profile's external ids that profile, or registers it. Ids in systems that the
     * profile does not name stay.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 for a profile with ids of two partners
     */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Outcome> record(List<PartnerProfile> profiles) {
        Map<ExternalId.Key, UUID> owners = owners(
                profiles.stream().flatMap(profile -> keys(profile).stream()).toList());
        Partner.lockAll(new HashSet<>(owners.values()));
        List<Outcome> outcomes = new ArrayList<>(profiles.size());
        for (PartnerProfile profile : profiles) {
            Outcome.Recorded recorded = record(profile, owners);
            keys(profile).forEach(key -> owners.put(key, recorded.id()));
            outcomes.add(recorded);
        }
        return outcomes;
    }

    /** Imports with new keys take turns: two that claim the same ones in different orders would wait for one another. */
    private static Map<ExternalId.Key, UUID> owners(List<ExternalId.Key> keys) {
        Map<ExternalId.Key, UUID> known = ExternalId.ownersOf(keys);
        if (known.keySet().containsAll(keys)) {
            return known;
        }
        Partner.getEntityManager()
                .createNativeQuery(
                        "select count(*) from pg_advisory_xact_lock(hashtextextended('partner import', 4713))")
                .getSingleResult();
        return ExternalId.ownersOf(keys);
    }

    private Outcome.Recorded record(PartnerProfile profile, Map<ExternalId.Key, UUID> owners) {
        Set<UUID> known = new HashSet<>();
        keys(profile).stream().filter(owners::containsKey).map(owners::get).forEach(known::add);
        return switch (known.size()) {
            case 0 -> register(profile);
            case 1 -> change(known.iterator().next(), profile);
            default ->
                throw Problems.conflict("TWO_PARTNERS", "The external ids are those of " + known.size() + " partners.");
        };
    }

    private Outcome.Recorded register(PartnerProfile profile) {
        Partner partner = registerPartner.register(Ids.next(), profile);
        return new Outcome.Recorded(Outcome.Effect.CREATED, partner.id);
    }

    private Outcome.Recorded change(UUID id, PartnerProfile profile) {
        long[] before = new long[1];
        Partner partner = changePartner.change(
                id, found -> before[0] = found.version, found -> withIdsElsewhere(profile, found.externalIds()));
        return new Outcome.Recorded(
                partner.version == before[0] ? Outcome.Effect.UNCHANGED : Outcome.Effect.CHANGED, partner.id);
    }

    /** A key that the partner has since a merge, beside its own in that system, stays beside it. */
    private static PartnerProfile withIdsElsewhere(PartnerProfile profile, Map<String, String> known) {
        Map<String, String> ids = new TreeMap<>(known);
        keys(profile).stream()
                .filter(key -> !key.externalId().equals(known.get(key.system())))
                .filter(key -> !ExternalId.cameWithMerge(key))
                .forEach(key -> ids.put(key.system(), key.externalId()));
        return profile.withExternalIds(ids);
    }

    private static List<ExternalId.Key> keys(PartnerProfile profile) {
        return profile.externalIds().entrySet().stream()
                .map(key -> new ExternalId.Key(key.getKey(), key.getValue()))
                .toList();
    }
}
