package com.vsoxp.alliance.platform.paging;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param nextCursor where the next page starts; null on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

    /**
     * Cuts a page from rows read with {@link PageRequest#rowsToRead()}: a row too many proves that there is a next page.
     *
     * @param cursorOf the sort key of a row, as {@link Cursor#encode} makes it
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<? super T, String> cursorOf) {
        if (rows.size() <= request.limit()) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(items, cursorOf.apply(items.getLast()));
    }

    /**
     * Reads a page of a list in the order of ids.
     *
     * @param rows all that are behind {@link PageRequest#afterId}, or below {@link PageRequest#beforeId}, in their order
     * @param id of a row
     */
    public static <T> Page<T> byId(PanacheQuery<T> rows, PageRequest request, Function<? super T, UUID> id) {
        return byId(rows.range(0, request.rowsToRead() - 1).list(), request, id);
    }

    /**
     * Cuts a page of a list in the order of ids from rows read with {@link PageRequest#rowsToRead()}.
     *
     * @param id of a row
     */
    public static <T> Page<T> byId(List<T> rows, PageRequest request, Function<? super T, UUID> id) {
        return of(rows, request, row -> Cursor.encode(id.apply(row)));
    }

    /** The same page in other words. */
    public <R> Page<R> map(Function<? super T, ? extends R> words) {
        return new Page<>(items.stream().<R>map(words).toList(), nextCursor);
    }
}
