package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Registers or changes a partner under the key it has in the system that sends it. */
@UseCase
public class PutPartner {

    /** The partner as it is now, and whether it is new. */
    public record Result(Partner partner, boolean created) {}

    private final RegisterPartner registerPartner;
    private final ChangePartner changePartner;

    PutPartner(RegisterPartner registerPartner, ChangePartner changePartner) {
        this.registerPartner = registerPartner;
        this.changePartner = changePartner;
    }

    /**
     * Gives the partner of that key this profile. Its keys in other systems stay unless the profile names some.
     *
     * @param precondition looks at the partner as it is, if there is one, and throws if the caller must not change that
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if another partner has one of its external ids
     */
    @Transactional
    public Result put(ExternalId.Key key, Consumer<Optional<Partner>> precondition, PartnerProfile profile) {
        UUID fresh = Ids.next();
        UUID owner = ExternalId.claim(key, fresh);
        if (owner.equals(fresh)) {
            precondition.accept(Optional.empty());
            return new Result(registerPartner.register(fresh, withKey(profile, key, Map.of())), true);
        }
        Partner changed = changePartner.change(
                owner,
                before -> precondition.accept(Optional.of(before)),
                before -> withKey(profile, key, before.externalIds()));
        return new Result(changed, false);
    }

    /** The key by which it is put becomes its own, unless it is one beside its own since a merge. */
    private static PartnerProfile withKey(PartnerProfile profile, ExternalId.Key key, Map<String, String> before) {
        Map<String, String> ids = new TreeMap<>(profile.externalIds().isEmpty() ? before : profile.externalIds());
        if (!ExternalId.cameWithMerge(key)) {
            ids.put(key.system(), key.externalId());
        } else if (before.containsKey(key.system())) {
            ids.put(key.system(), before.get(key.system()));
        } else {
            ids.remove(key.system());
        }
        return profile.withExternalIds(ids);
    }
}
