package com.vsoxp.alliance.partner.contact;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.http.ETags;
import com.vsoxp.alliance.platform.http.Preconditions;
import com.vsoxp.alliance.platform.idempotency.Idempotency;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.paging.Pages;
import com.vsoxp.alliance.platform.problem.Problem;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people whom partners let act for them. */
@Path("/v1/partners/{id}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts", description = "The people whom partners let act for them.")
@RunOnVirtualThread
public class ContactResource {

    @Schema(description = "One page of contacts.")
    record ContactPage(@NotNull List<ContactView> items, String nextCursor) {}

    @Inject
    AuthorizeContact authorizeContact;

    @Inject
    WithdrawContact withdrawContact;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @POST
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "authorizeContact",
            summary = "Authorize a contact",
            description = "Outside of this service the person is known by a digest of the address alone.")
    @APIResponseSchema(value = ContactView.class, responseCode = "201", responseDescription = "Authorized.")
    public Response authorize(@PathParam("id") UUID id, ContactRequest request) {
        caller.mustOwn(id);
        return idempotency.once(request, () -> created(authorizeContact.authorize(id, request)));
    }

    @GET
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "listContacts",
            summary = "List contacts",
            description = "In the order they were authorized.")
    @APIResponseSchema(value = ContactPage.class, responseDescription = "One page of contacts.")
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        caller.mustOwn(id);
        Partner.mustExist(id);
        return Pages.response(Contact.pageOf(id, page).map(ContactView::of), uri);
    }

    @GET
    @Path("{contactId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER, Roles.AUDITOR})
    @Operation(
            operationId = "readContact",
            summary = "Read a contact",
            description = "The person and what they may do.")
    @APIResponseSchema(value = ContactView.class, responseDescription = "As it is now.")
    public Response read(@PathParam("id") UUID id, @PathParam("contactId") UUID contactId) {
        caller.mustOwn(id);
        Contact contact = Contact.require(id, contactId);
        return preconditions.ok(ContactView.of(contact), etag(contact));
    }

    // There is nothing to give but a problem, and generated clients accept no more than that.
    @DELETE
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Path("{contactId}")
    @RolesAllowed({Roles.CRM, Roles.PROGRAM_MANAGER, Roles.PARTNER})
    @Operation(
            operationId = "withdrawContact",
            summary = "Withdraw a contact",
            description =
                    "The person may no longer act for the partner, and everything about them is erased. Needs the "
                            + "ETag that was last read in If-Match.")
    @APIResponse(responseCode = "204", description = "Withdrawn and erased.")
    public Response withdraw(@PathParam("id") UUID id, @PathParam("contactId") UUID contactId) {
        caller.mustOwn(id);
        withdrawContact.withdraw(id, contactId, contact -> preconditions.ifMatch(etag(contact)));
        return Response.noContent().build();
    }

    private static Response created(Contact contact) {
        return Response.created(URI.create("/v1/partners/" + contact.partnerId + "/contacts/" + contact.id))
                .header(HttpHeaders.ETAG, etag(contact))
                .entity(ContactView.of(contact))
                .build();
    }

    private static String etag(Contact contact) {
        return ETags.ofVersion(contact.version);
    }
}
