package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.platform.problem.Problems;
import java.util.Map;
import java.util.UUID;

/** Keeps the keys that partners have in other systems unique. */
final class ExternalIds {

    private ExternalIds() {}

    /**
     * Lets go of the keys that are no longer there and claims the new ones.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if another partner has one of them
     */
    static void change(UUID partnerId, Map<String, String> before, Map<String, String> after) {
        before.forEach((system, id) -> {
            if (!id.equals(after.get(system))) {
                ExternalId.release(new ExternalId.Key(system, id));
            }
        });
        after.forEach((system, id) -> {
            if (!id.equals(before.get(system))) {
                claim(new ExternalId.Key(system, id), partnerId);
            }
        });
    }

    private static void claim(ExternalId.Key key, UUID partnerId) {
        if (!ExternalId.claim(key, partnerId).equals(partnerId)) {
            throw Problems.conflict(
                    "EXTERNAL_ID_TAKEN",
                    "Another partner has the id " + key.externalId() + " in " + key.system() + ".");
        }
    }
}
