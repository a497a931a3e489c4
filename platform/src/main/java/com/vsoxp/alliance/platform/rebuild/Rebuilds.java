package com.vsoxp.alliance.platform.rebuild;

import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;

/** The answers of the endpoints below {@code /v1/rebuilds}, which each service describes in its own words. */
@ApplicationScoped
public class Rebuilds {

    private final KeepRebuild keep;
    private final KeptRebuilds kept;
    private final RunningRebuild running;
    private final TransactionSynchronizationRegistry transactions;
    private final Preconditions preconditions;
    private final Idempotency idempotency;

    Rebuilds(
            KeepRebuild keep,
            KeptRebuilds kept,
            RunningRebuild running,
            TransactionSynchronizationRegistry transactions,
            Preconditions preconditions,
            Idempotency idempotency) {
        this.keep = keep;
        this.kept = kept;
        this.running = running;
        this.transactions = transactions;
        this.preconditions = preconditions;
        this.idempotency = idempotency;
    }

    /**
     * Begins one in the background; 201 with it.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 while another one runs, on any replica
     */
    public Response start(Function<Rebuild, ?> view) {
        return idempotency.once("", () -> {
            UUID id = keep.begin();
            onCommit(() -> running.begin(id));
            return Response.created(URI.create("/v1/rebuilds/" + id))
                    .entity(view.apply(read(id)))
                    .build();
        });
    }

    /** A page of them, the latest first. */
    public Response list(PageRequest request, UriInfo asked, Function<Rebuild, ?> view) {
        return Pages.response(kept.page(request).map(view), asked);
    }

    /**
     * One of them, with its progress while it runs.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 if there is none
     */
    public Response read(UUID id, Function<Rebuild, ?> view) {
        return preconditions.ok(view.apply(read(id)));
    }

    private Rebuild read(UUID id) {
        return kept.find(id).orElseThrow(() -> Problems.notFound("rebuild", id));
    }

    private void onCommit(Runnable begin) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // It only begins if this commits.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    begin.run();
                }
            }
        });
    }
}
