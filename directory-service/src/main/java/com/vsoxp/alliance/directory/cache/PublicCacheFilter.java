package com.vsoxp.alliance.directory.cache;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Says on every good answer how long it may be kept, and by what it varies. Problems are kept by nobody. */
@Provider
@PubliclyCached
public class PublicCacheFilter implements ContainerResponseFilter {

    private static final int FIRST_PROBLEM = 400;

    /** Asked for with the answer, since filters are made before the configuration is read. */
    @Inject
    Instance<PublicCacheConfig> config;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < FIRST_PROBLEM) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CACHE_CONTROL,
                            "public, max-age=%d, stale-while-revalidate=%d"
                                    .formatted(
                                            config.get().maxAge().toSeconds(),
                                            config.get().staleWhileRevalidate().toSeconds()));
            response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding, Origin");
        }
    }
}
