package com.vsoxp.alliance.directory.publication;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.directory.listing.Listing;
import com.vsoxp.alliance.directory.listing.ListingView;
import com.vsoxp.alliance.directory.tier.TierBook;
import com.vsoxp.alliance.directory.tier.Tiers;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Tells the world what changed of listings, in one order of all changes.
 *
 * <p>Call it last in a transaction, when the listings' rows are locked: it waits for its turn, and whoever has it must not wait
 * for rows.
 */
@UseCase
public class TellListings {

    private static final String WRITE = """
            insert into publication (slug, partner_id, changed_at, reason, tier, tier_name, listing, position)
            select told.*, nextval('publication_position')
            from (select unnest(?::text[]), unnest(?::uuid[]), unnest(?::timestamptz[]), unnest(?::text[]), unnest(?::text[]),
                         unnest(?::text[]), unnest(?::text[])) as told
            on conflict (slug) do update
            set changed_at = excluded.changed_at, reason = excluded.reason, tier = excluded.tier,
                tier_name = excluded.tier_name, listing = excluded.listing, position = excluded.position""";

    @Inject
    Tiers tiers;

    @Inject
    ObjectMapper mapper;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    /** Tells what is otherwise than it was told of these partners, whose rows the caller has locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Collection<UUID> partners) {
        if (partners.isEmpty()) {
            return;
        }
        var book = tiers.book();
        var listings = Listing.byPartners(partners);
        var known = Publication.ofPartners(partners).stream().collect(groupingBy(told -> told.partnerId));
        var news = new ArrayList<Told>();
        for (var partner : new TreeSet<>(listings.keySet())) {
            news(listings.get(partner), known.getOrDefault(partner, List.of()), book)
                    .forEach(news::add);
        }
        if (!news.isEmpty()) {
            write(
                    news,
                    known.values().stream()
                            .flatMap(List::stream)
                            .collect(toMap(publication -> publication.slug, identity())));
        }
    }

    /** What is gone comes first, so that who keeps listings by partner is left with the one that is shown. */
    private Stream<Told> news(Listing listing, List<Publication> known, TierBook book) {
        var gone = known.stream()
                .filter(told -> told.listing != null || told.slug.equals(listing.slug))
                .filter(told -> !(listing.isPublic() && told.slug.equals(listing.slug)))
                .map(told -> Told.gone(told.slug, told.partnerId, Reason.of(listing)));
        return Stream.concat(gone, shown(listing, book))
                .filter(told -> known.stream().noneMatch(told::isIn));
    }

    private Stream<Told> shown(Listing listing, TierBook book) {
        if (!listing.isPublic()) {
            return Stream.empty();
        }
        var view = ListingView.of(listing, book);
        return Stream.of(new Told(listing.slug, listing.partnerId, null, view.tier(), view.tierName(), json(view)));
    }

    private void write(List<Told> news, Map<String, Publication> known) {
        var now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement takeTurn = connection.prepareStatement(Turn.TAKE);
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            takeTurn.execute();
            new ArrayColumns<>(write, news)
                    .set("text", Told::slug)
                    .set("uuid", Told::partnerId)
                    .set("timestamptz", told -> Told.moment(known.get(told.slug()), now))
                    .set(
                            "text",
                            told -> told.reason() == null ? null : told.reason().name())
                    .set("text", Told::tier)
                    .set("text", Told::tierName)
                    .set("text", Told::listing);
            write.executeUpdate();
        } catch (SQLException e) {
            throw new PublicationException("Changes of listings could not be told", e);
        }
    }

    private String json(ListingView view) {
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A listing cannot be written as JSON", e);
        }
    }
}
