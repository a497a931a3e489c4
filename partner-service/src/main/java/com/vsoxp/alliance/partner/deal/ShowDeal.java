package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.deal.conflict.FindConflicts;
import com.vsoxp.alliance.partner.tier.ProgramDay;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Shows a deal to the caller: a partner sees its own alone, and nothing of what others are after. */
@RequestScoped
public class ShowDeal {

    @Inject
    FindConflicts findConflicts;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Inject
    ProgramDay programDay;

    /** The deal, or 404: also for a partner that it is none of. */
    public Deal require(UUID id) {
        Deal deal = Deal.require(id);
        if (caller.isPartnerOnly()
                && caller.partnerId().filter(deal.partnerId::equals).isEmpty()) {
            throw Problems.notFound("deal", id);
        }
        return deal;
    }

    /** 200 with the deal as it is now, after a change. */
    public Response now(Deal deal) {
        DealView view = view(deal);
        return Response.ok(view).header(HttpHeaders.ETAG, etag(view, deal)).build();
    }

    Response created(Deal deal) {
        DealView view = view(deal);
        return Response.created(URI.create("/v1/deals/" + deal.id))
                .header(HttpHeaders.ETAG, etag(view, deal))
                .entity(view)
                .build();
    }

    Response read(Deal deal) {
        DealView view = view(deal);
        return preconditions.ok(view, etag(view, deal));
    }

    void mustBeSeen(Deal deal) {
        preconditions.ifMatch(etag(view(deal), deal));
    }

    private DealView view(Deal deal) {
        return DealView.of(deal, programDay.today(), caller.isPartnerOnly() ? null : findConflicts.of(deal));
    }

    /** Others' deals and the passing of days change what is shown, and not the version. */
    private static String etag(DealView view, Deal deal) {
        return ETags.ofContent((deal.version + " " + view).getBytes(StandardCharsets.UTF_8));
    }
}
