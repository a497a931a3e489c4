package com.vsoxp.alliance.directory.cache.hot;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes each request that becomes one of the framework's, before anything else there looks at it. */
@ApplicationScoped
class CountFramework {

    private static final int FIRST = 40_000;

    private final List<String> addresses = new CopyOnWriteArrayList<>();

    void note(@Observes Filters filters) {
        filters.register(
                context -> {
                    addresses.add(context.request().uri());
                    context.next();
                },
                FIRST);
    }

    /** How many there were for addresses that hold the word. */
    long count(String word) {
        return addresses.stream().filter(address -> address.contains(word)).count();
    }
}
