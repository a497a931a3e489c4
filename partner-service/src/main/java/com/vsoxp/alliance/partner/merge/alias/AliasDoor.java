package com.vsoxp.alliance.partner.merge.alias;

import com.vsoxp.alliance.partner.partner.Partner;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Lets an absorbed partner's id in a path mean the survivor, for every resource below a partner at once: what they get as
 * the partner's id is that of the survivor, and a read says in {@code Content-Location} where its answer stands. Only the
 * audit is of the very record that is named: what happened to it before the merge is written nowhere else.
 */
@Provider
public class AliasDoor implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String PARTNERS = "/v1/partners/";
    private static final String PARTNER_ID = "id";
    private static final String AUDIT = "/audit";
    private static final String READ_AT = AliasDoor.class.getName();

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String named = request.getUriInfo().getPathParameters().getFirst(PARTNER_ID);
        if (named == null || !path.startsWith(PARTNERS + named) || path.endsWith(AUDIT) || !isId(named)) {
            return;
        }
        String now = Partner.idNow(UUID.fromString(named)).toString();
        if (!now.equalsIgnoreCase(named)) {
            mean(now, request);
            request.setProperty(READ_AT, PARTNERS + now + path.substring(PARTNERS.length() + named.length()));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(READ_AT) instanceof String place
                && request.getMethod().equals(HttpMethod.GET)
                && response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LOCATION, place);
        }
    }

    // Matched resources take their parameters from here; the path stays as it was asked, for logs and retries.
    private static void mean(String id, ContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        context.setPathParamValue(context.getTarget().getPathParameterIndexes().get(PARTNER_ID), id);
    }

    private static boolean isId(String text) {
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
