package com.vsoxp.alliance.partner.evidence.listing;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Looks at every verified listing in its turn. Any replica may, at the same time as others. */
@ApplicationScoped
public class ListingRounds {

    private static final Logger LOG = Logger.getLogger(ListingRounds.class);

    private final TakeDueListings takeDueListings;
    private final LookForListing lookForListing;
    private final NoteSighting noteSighting;
    private final ListingConfig config;

    ListingRounds(
            TakeDueListings takeDueListings,
            LookForListing lookForListing,
            NoteSighting noteSighting,
            ListingConfig config) {
        this.takeDueListings = takeDueListings;
        this.lookForListing = lookForListing;
        this.noteSighting = noteSighting;
        this.config = config;
    }

    /** Goes on until nothing is due. */
    @Scheduled(every = "${alliance.listing.sweep-every:10m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void lookAtAllThatAreDue() {
        List<TakeDueListings.Due> due;
        do {
            due = takeDueListings.take();
            look(due);
        } while (due.size() == config.batch());
    }

    private void look(List<TakeDueListings.Due> due) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(listing -> threads.submit(() -> look(listing)));
        }
    }

    private void look(TakeDueListings.Due due) {
        try {
            lookForListing.at(due.url()).ifPresent(found -> noteSighting.note(due.partnerId(), due.id(), found));
        } catch (RuntimeException e) {
            // The others of the round go on; this one is due again when its lease is over.
            LOG.warnf(e, "The listing %s could not be looked at", due.id());
        }
    }
}
