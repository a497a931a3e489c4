package com.vsoxp.alliance.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.vsoxp.alliance.client.partner.ApiClient;
import com.vsoxp.alliance.client.partner.ApiException;
import com.vsoxp.alliance.client.partner.JSON;
import com.vsoxp.alliance.client.partner.api.ContactsApi;
import com.vsoxp.alliance.client.partner.api.DealsApi;
import com.vsoxp.alliance.client.partner.api.EnrollmentApi;
import com.vsoxp.alliance.client.partner.api.EventsApi;
import com.vsoxp.alliance.client.partner.api.EvidenceApi;
import com.vsoxp.alliance.client.partner.api.PartnersApi;
import com.vsoxp.alliance.client.partner.api.SalesApi;
import com.vsoxp.alliance.client.partner.api.SuccessStoriesApi;
import com.vsoxp.alliance.client.partner.api.WebhooksApi;
import com.vsoxp.alliance.client.partner.model.Problem;

/** The generated APIs in the hand of one caller. */
record Caller(
        PartnersApi partners,
        EnrollmentApi enrollments,
        EvidenceApi evidence,
        SuccessStoriesApi stories,
        ContactsApi contacts,
        SalesApi sales,
        DealsApi deals,
        EventsApi events,
        WebhooksApi webhooks) {

    /** A call that may be refused. */
    @FunctionalInterface
    interface Call {
        void make() throws ApiException;
    }

    static Caller with(String token) {
        var client = new ApiClient();
        client.updateBaseUri(RunningServices.url());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return new Caller(
                new PartnersApi(client),
                new EnrollmentApi(client),
                new EvidenceApi(client),
                new SuccessStoriesApi(client),
                new ContactsApi(client),
                new SalesApi(client),
                new DealsApi(client),
                new EventsApi(client),
                new WebhooksApi(client));
    }

    /** The problem that a call is refused with. */
    static Problem refusal(Call call) throws JsonProcessingException {
        try {
            call.make();
        } catch (ApiException refused) {
            return JSON.getDefault().getMapper().readValue(refused.getResponseBody(), Problem.class);
        }
        throw new AssertionError("It was not refused.");
    }
}
