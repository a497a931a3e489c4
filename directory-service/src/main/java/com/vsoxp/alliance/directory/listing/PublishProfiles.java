package com.vsoxp.alliance.directory.listing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes over what partners say of themselves, and finds each a slug of its own. */
@UseCase
public class PublishProfiles {

    @Inject
    Clock clock;

    /** Takes the profiles over; one that is older than what is known changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(List<Profile> profiles) {
        if (profiles.isEmpty()) {
            return;
        }
        var listings = Listing.lock(profiles.stream().map(Profile::partnerId).collect(toSet()));
        rounds(profiles).forEach(round -> publish(round, listings));
    }

    /**
     * One profile per partner at a time: every name a partner ever had claims its slug. A round ends before a partner comes again, so
     * whoever comes first with a name has it, however many come at once.
     */
    private static List<List<Profile>> rounds(List<Profile> profiles) {
        var rounds = new ArrayList<List<Profile>>();
        var seen = new HashSet<UUID>();
        for (var profile : profiles) {
            if (rounds.isEmpty() || !seen.add(profile.partnerId())) {
                rounds.add(new ArrayList<>());
                seen.clear();
                seen.add(profile.partnerId());
            }
            rounds.getLast().add(profile);
        }
        return rounds;
    }

    private void publish(List<Profile> ofDistinctPartners, Map<UUID, Listing> listings) {
        var due = new ArrayList<Naming>();
        for (var profile : ofDistinctPartners) {
            var listing = listings.get(profile.partnerId());
            if (profile.sequence() > listing.profileSequence) {
                listing.show(profile);
                due.add(new Naming(listing, Slug.candidates(listing.name, listing.partnerId)));
            }
        }
        due.removeIf(naming -> !naming.isDue());
        assignSlugs(due);
    }

    /** A listing that looks for a slug, and those it may have, best first. */
    private record Naming(Listing listing, List<String> candidates) {

        boolean isDue() {
            return listing.slug == null || !candidates.contains(listing.slug);
        }

        String firstFree(Map<String, UUID> owners) {
            return candidates.stream()
                    .filter(slug -> listing.partnerId.equals(owners.getOrDefault(slug, listing.partnerId)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Others may claim at the same moment: what was claimed is looked up, and who lost tries its next candidate. */
    private void assignSlugs(List<Naming> open) {
        while (!open.isEmpty()) {
            var owners = ownersOf(open);
            SlugClaim.claim(wishes(open, owners), clock.instant());
            var settled = ownersOf(open);
            open.removeIf(naming -> {
                var slug = naming.firstFree(settled);
                if (!settled.containsKey(slug)) {
                    return false;
                }
                naming.listing.slug = slug;
                return true;
            });
        }
    }

    private static Map<String, UUID> wishes(List<Naming> open, Map<String, UUID> owners) {
        return open.stream()
                .collect(toMap(
                        naming -> naming.firstFree(owners), naming -> naming.listing.partnerId, (first, _) -> first));
    }

    private static Map<String, UUID> ownersOf(List<Naming> open) {
        return SlugClaim.ownersOf(
                open.stream().flatMap(naming -> naming.candidates.stream()).collect(toSet()));
    }
}
