package com.vsoxp.alliance.partner.partner.search;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.partner.partner.search.Order.Position;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A walk along an {@link Order}, looking at each partner whether it passes the filters, until a page is full. It looks at
 * {@value #FARTHEST} partners at most. If that was too far, the filters are rare among what was walked: then the shortest of
 * the lists that they have themselves is read whole, provided that it is no longer than that. If even the shortest is longer,
 * the page ends early, and its cursor goes on where the walk ended.
 *
 * @param <K> what the order is by
 */
final class Walk<K> {

    private static final int FARTHEST = 5_000;
    private static final int FASTER = 4;

    private record Hit<K>(Position<K> position, Partner partner) {}

    private final Order<K> order;
    private final Sql filters;
    private final List<Sql> lists;

    /** A walk past those who have these facets and words. */
    Walk(Order<K> order, Facets facets, Optional<Words> words) {
        this.order = order;
        this.filters = facets.passed();
        words.ifPresent(asked -> filters.add(" and ").add(asked.matched()));
        this.lists = Stream.concat(
                        facets.ids().stream(),
                        words.stream().flatMap(asked -> asked.words().stream()).map(Words.Word::ids))
                .toList();
    }

    Page<Partner> page(PageRequest request) {
        int wanted = request.rowsToRead();
        List<Hit<K>> hits = new ArrayList<>();
        Position<K> at = request.cursor().map(order::at).orElseGet(order::start);
        int step = wanted;
        for (int seen = 0; seen < FARTHEST; step = Math.min(step * FASTER, FARTHEST)) {
            List<Hit<K>> looked = lookAt(order.following(at), step);
            looked.stream().filter(hit -> hit.partner != null).forEach(hits::add);
            if (hits.size() >= wanted) {
                return pageOf(hits, request);
            }
            seen += looked.size();
            if (looked.size() == step) {
                at = looked.getLast().position;
            } else {
                Optional<Position<K>> next = order.nextRange(at);
                if (next.isEmpty()) {
                    return pageOf(hits, request);
                }
                at = next.get();
            }
        }
        return fromShortestList(hits, at, request);
    }

    private Page<Partner> fromShortestList(List<Hit<K>> hits, Position<K> at, PageRequest request) {
        Optional<Sql> list = shortestList();
        if (list.isPresent()) {
            hits.addAll(ofList(list.get(), at, request.rowsToRead()));
            return pageOf(hits, request);
        }
        return new Page<>(hits.stream().map(Hit::partner).toList(), at.cursor());
    }

    /** Those next in the order, without a partner where that does not pass. */
    private List<Hit<K>> lookAt(Sql following, int rows) {
        return read(new Sql("select {p.*}, k.key as list_key, k.id as list_id from (")
                .add(following)
                .add(" limit " + rows + ") k left join partner p on p.id = k.id and ")
                .add(order.key())
                .add(" = k.key and ")
                .add(filters)
                .add(" order by k.key, k.id"));
    }

    private List<Hit<K>> ofList(Sql ids, Position<K> after, int rows) {
        return read(
                new Sql("select {p.*}, k.key as list_key, p.id as list_id from partner p cross join lateral (select ")
                        .add(order.key())
                        .add(" as key) k where p.id in (")
                        .add(ids)
                        .add(") and ")
                        .add(filters)
                        .add(" and (k.key, p.id) > (:afterKey, :afterId) order by k.key, p.id limit " + rows)
                        .with("afterKey", after.key())
                        .with("afterId", after.id()));
    }

    private Optional<Sql> shortestList() {
        Sql shortest = null;
        long length = FARTHEST + 1L;
        for (Sql list : lists) {
            long ids = new Sql("select count(*) from (select from (")
                    .add(list)
                    .add(") ids limit " + length + ") counted")
                    .number();
            if (ids < length) {
                shortest = list;
                length = ids;
            }
        }
        return Optional.ofNullable(shortest);
    }

    private List<Hit<K>> read(Sql query) {
        return query.partnersWithKeys(order.keyType()).stream()
                .map(row -> new Hit<>(new Position<>(order.keyType().cast(row[1]), (UUID) row[2]), (Partner) row[0]))
                .toList();
    }

    private static <K> Page<Partner> pageOf(List<Hit<K>> hits, PageRequest request) {
        return Page.of(hits, request, last -> last.position.cursor()).map(Hit::partner);
    }
}
