package com.vsoxp.alliance.directory.page.list;

import com.vsoxp.alliance.directory.page.shell.PageConfig;
import com.vsoxp.alliance.directory.page.wording.Address;
import com.vsoxp.alliance.directory.search.DirectorySearch;
import com.vsoxp.alliance.directory.search.question.SearchParameters;
import com.vsoxp.alliance.directory.tier.Tiers;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** Finds what the list of partners shows, on this site and in frames alike. */
@ApplicationScoped
public class DirectoryPages {

    @Inject
    DirectorySearch search;

    @Inject
    Tiers tiers;

    @Inject
    PageConfig config;

    /** @param status what it goes out with: a question that cannot be answered is shown too, with what is wrong about it */
    public record Found(DirectoryPage page, int status) {}

    /** @param cursor where the page begins; null for the first one */
    public Found find(Address address, int limit, String cursor) {
        var composer = new DirectoryComposer(config, address, tiers.book());
        try {
            var result = search.find(SearchParameters.of(address.question()), PageRequest.of(limit, cursor));
            return new Found(composer.compose(result, cursor != null), Response.Status.OK.getStatusCode());
        } catch (ProblemException refused) {
            return new Found(composer.refuse(refused.errors()), refused.type().status());
        }
    }
}
