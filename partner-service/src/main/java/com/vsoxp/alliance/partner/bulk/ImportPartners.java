package com.vsoxp.alliance.partner.bulk;

import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Partners under the keys that they have in other systems: whoever has one of them is that partner. */
@ApplicationScoped
class ImportPartners implements LinesOf<PartnerProfile> {

    private final RecordPartners recordPartners;

    ImportPartners(RecordPartners recordPartners) {
        this.recordPartners = recordPartners;
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

    /** Lines that speak of the same partner are recorded one after the other, all others together. */
    @Override
    public List<Outcome> record(List<PartnerProfile> profiles) {
        List<Outcome> outcomes = new ArrayList<>(profiles.size());
        while (outcomes.size() < profiles.size()) {
            outcomes.addAll(
                    recordPartners.record(withoutSharedKeys(profiles.subList(outcomes.size(), profiles.size()))));
        }
        return outcomes;
    }

    /** The first lines, up to one with a key that another one before it has. */
    private static List<PartnerProfile> withoutSharedKeys(List<PartnerProfile> profiles) {
        Set<Object> seen = new HashSet<>();
        int end = 0;
        while (end < profiles.size() && profiles.get(end).keys().stream().allMatch(seen::add)) {
            end++;
        }
        return profiles.subList(0, end);
    }
}
