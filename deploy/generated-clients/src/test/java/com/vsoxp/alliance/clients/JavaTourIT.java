package com.vsoxp.alliance.clients;

import static com.vsoxp.alliance.clients.Caller.refusal;
import static com.vsoxp.alliance.clients.Requests.YESTERDAY;
import static com.vsoxp.alliance.clients.Requests.consultant;
import static com.vsoxp.alliance.clients.Requests.deal;
import static com.vsoxp.alliance.clients.Requests.fee;
import static com.vsoxp.alliance.clients.Requests.sale;
import static com.vsoxp.alliance.clients.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.client.partner.ApiException;
import com.vsoxp.alliance.client.partner.ApiResponse;
import com.vsoxp.alliance.client.partner.model.Contact;
import com.vsoxp.alliance.client.partner.model.ContactRequest;
import com.vsoxp.alliance.client.partner.model.ContactScope;
import com.vsoxp.alliance.client.partner.model.Deal;
import com.vsoxp.alliance.client.partner.model.DealStatus;
import com.vsoxp.alliance.client.partner.model.DepartureRequest;
import com.vsoxp.alliance.client.partner.model.Enrollment;
import com.vsoxp.alliance.client.partner.model.EnrollmentStatus;
import com.vsoxp.alliance.client.partner.model.Event;
import com.vsoxp.alliance.client.partner.model.FieldError;
import com.vsoxp.alliance.client.partner.model.OfferedService;
import com.vsoxp.alliance.client.partner.model.Partner;
import com.vsoxp.alliance.client.partner.model.PartnerProfile;
import com.vsoxp.alliance.client.partner.model.PartnerProfilePatch;
import com.vsoxp.alliance.client.partner.model.Problem;
import com.vsoxp.alliance.client.partner.model.ReversalRequest;
import com.vsoxp.alliance.client.partner.model.Sale;
import com.vsoxp.alliance.client.partner.model.SalePage;
import com.vsoxp.alliance.client.partner.model.SaleRequest;
import com.vsoxp.alliance.client.partner.model.Webhook;
import com.vsoxp.alliance.client.partner.model.WebhookRequest;
import com.vsoxp.alliance.client.partner.model.WebhookStatus;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tour as an integrator takes it in Java, with classes that openapi-generator wrote. */
class JavaTourIT {

    private final Caller crm = Caller.with(RunningServices.crm());
    private final Caller manager = Caller.with(RunningServices.manager());
    private final Companies companies = new Companies(crm, manager);

    @Test
    void aCompanyComesFromRegistrationToPremier() throws ApiException {
        Enrollment enrollment = companies.premier();

        assertThat(enrollment.getStatus()).isEqualTo(EnrollmentStatus.ACTIVE);
        assertThat(enrollment.getStanding().getUnmet()).isEmpty();
    }

    @Test
    void aCrmPutsAPartnerUnderItsOwnKey() throws ApiException {
        String key = unique("001");
        var profile = new PartnerProfile().name("Key").country("DE");

        ApiResponse<Partner> first =
                crm.partners().putPartnerByExternalIdWithHttpInfo("salesforce", key, profile, null, null);
        ApiResponse<Partner> again = crm.partners()
                .putPartnerByExternalIdWithHttpInfo(
                        "salesforce", key, profile.addServicesItem(OfferedService.DELIVERY), null, null);

        assertThat(List.of(first.getStatusCode(), again.getStatusCode())).containsExactly(201, 200);
        Partner read = crm.partners().readPartnerByExternalId("salesforce", key, null, null);
        assertThat(read.getId()).isEqualTo(first.getData().getId());
        assertThat(read.getServices()).containsExactly(OfferedService.DELIVERY);
        assertThat(read.getExternalIds()).isEqualTo(Map.of("salesforce", key));
    }

    @Test
    void aPatchNamesOnlyWhatItChanges() throws Exception {
        UUID id = companies.registered();
        String etag = etag(crm.partners().readPartnerWithHttpInfo(id, null, null));

        Partner patched = crm.partners()
                .changePartner(id, new PartnerProfilePatch().city("Berlin").legalName(null), etag, null);

        assertThat(patched.getCity()).isEqualTo("Berlin");
        assertThat(patched.getLegalName()).isNull();
        assertThat(patched.getCountry()).isEqualTo("DE");
        var late = new PartnerProfilePatch().city("Bonn");
        assertThat(refusal(() -> crm.partners().changePartner(id, late, etag, null))
                        .getStatus())
                .isEqualTo(412);
        assertThat(refusal(() -> crm.partners().changePartner(id, late, null, null))
                        .getStatus())
                .isEqualTo(428);
    }

    @Test
    void aRetryGetsTheFirstAnswer() throws Exception {
        SaleRequest sale = sale(companies.registered(), 3);
        String key = unique("tour");

        ApiResponse<Sale> first = crm.sales().recordSaleWithHttpInfo(sale, key, null);
        ApiResponse<Sale> retry = crm.sales().recordSaleWithHttpInfo(sale, key, null);

        assertThat(first.getHeaders()).doesNotContainKey("idempotency-replayed");
        assertThat(retry.getHeaders()).containsEntry("idempotency-replayed", List.of("true"));
        assertThat(retry.getData()).isEqualTo(first.getData());
        assertThat(refusal(() -> crm.sales().recordSale(sale.licenses(4), key, null))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void aSaleIsReversedInPart() throws Exception {
        UUID id = crm.sales()
                .recordSale(sale(companies.registered(), 3), null, null)
                .getId();
        var two = new ReversalRequest().licenses(2).reason("Two too many");

        assertThat(crm.sales().reverseSale(id, two, null, null).getSaleId()).isEqualTo(id);

        assertThat(crm.sales().readSale(id, null, null).getLicensesReversed()).isEqualTo(2);
        Problem tooMany = refusal(() -> crm.sales().reverseSale(id, two, null, null));
        assertThat(tooMany.getStatus()).isEqualTo(422);
        assertThat(tooMany.getErrors()).extracting(FieldError::getPointer).containsExactly("/licenses");
    }

    @Test
    void aListIsReadToItsEnd() throws ApiException {
        UUID partner = companies.registered();
        var recorded = new ArrayList<UUID>();
        for (int n = 0; n < 5; n++) {
            recorded.add(crm.sales().recordSale(sale(partner, 1), null, null).getId());
        }

        var read = new ArrayList<UUID>();
        String cursor = null;
        do {
            SalePage page = crm.sales().listSales(partner, YESTERDAY, null, 2, cursor, null);
            page.getItems().forEach(sale -> read.add(sale.getId()));
            cursor = page.getNextCursor();
        } while (cursor != null);

        assertThat(read).isEqualTo(recorded);
    }

    @Test
    void aRefusalNamesEveryField() throws Exception {
        var profile = new PartnerProfile().name(" ").country("XX");

        Problem problem = refusal(() -> crm.partners().registerPartner(profile, null, null));

        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getType()).isEqualTo(URI.create("https://alliance.vso-xp.example/problems/rule-broken"));
        assertThat(problem.getErrors())
                .extracting(FieldError::getPointer)
                .containsExactlyInAnyOrder("/country", "/name");
    }

    @Test
    void whatWasRecordedIsTakenBack() throws Exception {
        UUID id = companies.registered();
        UUID payment =
                crm.evidence().recordFeePayment(id, fee("INV-2"), null, null).getId();
        assertThat(crm.evidence().refundFeePayment(id, payment, null, null).getRefundedOn())
                .isNotNull();

        UUID consultant = crm.evidence()
                .recordConsultant(id, consultant("Jo Weber"), null, null)
                .getId();
        assertThat(crm.evidence()
                        .recordDeparture(id, consultant, new DepartureRequest().leftOn(YESTERDAY), null)
                        .getLeftOn())
                .isEqualTo(YESTERDAY);

        ApiResponse<Contact> authorized = crm.contacts()
                .authorizeContactWithHttpInfo(
                        id,
                        new ContactRequest()
                                .name("Kim Ito")
                                .email("kim@northwind.example")
                                .addScopesItem(ContactScope.SUPPORT),
                        null,
                        null);
        UUID contact = authorized.getData().getId();
        crm.contacts().withdrawContact(id, contact, etag(authorized), null);
        assertThat(refusal(() -> crm.contacts().readContact(id, contact, null, null))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aStrangerFindsNothing() throws Exception {
        UUID id = companies.registered();
        Caller stranger = Caller.with(RunningServices.stranger());

        assertThat(refusal(() -> stranger.partners().readPartner(id, null, null))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aPremierPartnerRegistersADeal() throws ApiException {
        UUID partner = companies.premier().getPartnerId();
        Deal deal = crm.deals().registerDeal(deal(partner), null, null);
        assertThat(deal.getStatus()).isEqualTo(DealStatus.REGISTERED);

        manager.deals().approveDeal(deal.getId(), null, null);

        assertThat(crm.deals()
                        .listDeals(partner, DealStatus.APPROVED, null, null, null, null, null)
                        .getItems())
                .extracting(Deal::getId)
                .containsExactly(deal.getId());
    }

    @Test
    void theFeedTellsWhatHappened() throws ApiException {
        UUID id = companies.registered();

        List<Event> events =
                crm.events().readEvents(null, null, id, 30, null, null).getItems();

        assertThat(events).extracting(Event::getType).containsExactly("alliance.partner.registered");
        assertThat(events).extracting(Event::getSequence).containsExactly(1L);
        assertThat(events.getFirst().getData()).containsEntry("partnerId", id.toString());
    }

    @Test
    void aWebhookComesAndGoes() throws Exception {
        ApiResponse<Webhook> made = crm.webhooks()
                .registerWebhookWithHttpInfo(
                        new WebhookRequest()
                                .url("http://127.0.0.1:9/hooks")
                                .partnerId(companies.registered())
                                .addTypesItem("alliance.enrollment.changed"),
                        null,
                        null);
        UUID id = made.getData().getId();
        assertThat(made.getData().getStatus()).isEqualTo(WebhookStatus.ACTIVE);
        assertThat(made.getData().getSecret()).startsWith("whsec_");

        crm.webhooks().deleteWebhook(id, etag(made), null);
        assertThat(refusal(() -> crm.webhooks().readWebhook(id, null, null)).getStatus())
                .isEqualTo(404);
    }

    private static String etag(ApiResponse<?> response) {
        return response.getHeaders().get("etag").getFirst();
    }
}
