package com.vsoxp.alliance.partner.partner.search;

import com.vsoxp.alliance.partner.constraint.CountryCode;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What a list of partners is to hold; take it as a {@code @BeanParam}. Filters that are absent let everything pass. A page
 * costs the same however many partners there are: see {@link Walk} and docs/adr/0080.
 */
public class PartnerSearch {

    private static final int MAX_TEXT = 200;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of a name, or how they begin; accents, case, and a letter wrong in a word are forgiven. "
                            + "The list is then in the order of likeness: what begins so comes first. "
                            + "At most 200 characters; the ten longest words count.",
            example = "northwnd")
    String text;

    @QueryParam("status")
    @Parameter(description = "Where the latest enrollment stands.")
    EnrollmentStatus status;

    @QueryParam("tier")
    @Parameter(description = "The tier held.", example = "PREMIER")
    String tier;

    @QueryParam("country")
    @Parameter(description = "ISO 3166-1 alpha-2.", example = "DE")
    String country;

    @QueryParam("updatedSince")
    @Parameter(
            description =
                    "Only partners that changed at or after this instant; the list is then in the order of change, "
                            + "also with `q`. Who keeps up with changes asks for some minutes more than the last one seen: what is "
                            + "written at the same moment need not become visible in the order of its time.",
            example = "2026-03-01T00:00:00Z")
    Instant updatedSince;

    /** One page of what is asked for: by time of change, by likeness, or else by id. */
    public Page<Partner> page(PageRequest request) {
        Optional<Words> words = words();
        if (words.isPresent() && words.get().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Facets facets = facets();
        if (updatedSince != null) {
            return new Walk<>(new ByChange(updatedSince), facets, words).page(request);
        }
        return words.isPresent()
                ? new Walk<>(new ByLikeness(words.get()), facets, words).page(request)
                : byId(facets, request);
    }

    /** The one partner, if it passes the filters: for callers that may know of no other. */
    public Page<Partner> only(UUID partnerId) {
        Sql query = new Sql("select p.* from partner p where p.id = :only").with("only", partnerId);
        query.add(" and ").add(facets().passed());
        if (updatedSince != null) {
            query.add(" and p.updated_at >= :since").with("since", updatedSince);
        }
        words().ifPresent(words -> query.add(" and ").add(words.matched()));
        return new Page<>(query.partners(), null);
    }

    private Page<Partner> byId(Facets facets, PageRequest request) {
        String place = facets.isEmpty() ? "p.id" : "p.place";
        Sql query = new Sql("select p.* from partner p where ").add(facets.passed());
        request.cursor().map(cursor -> cursor.uuid(0)).ifPresent(id -> query.add(" and " + place + " > :after")
                .with("after", id));
        query.add(" order by " + place + " limit " + request.rowsToRead());
        return Page.byId(query.partners(), request, last -> last.id);
    }

    private Optional<Words> words() {
        if (text != null && text.length() > MAX_TEXT) {
            throw Problems.malformed(
                    FieldError.query("q"), "TOO_LONG", "q must have at most " + MAX_TEXT + " characters.");
        }
        return Optional.ofNullable(text).filter(asked -> !asked.isBlank()).map(Words::of);
    }

    private Facets facets() {
        if (country != null && !CountryCode.Validator.isCountry(country)) {
            throw Problems.malformed(
                    FieldError.query("country"), "UNKNOWN_COUNTRY", "country must be an ISO 3166-1 alpha-2 code.");
        }
        return new Facets(status, tier, country);
    }
}
