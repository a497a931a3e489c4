package com.vsoxp.alliance.clients;

import static com.vsoxp.alliance.clients.Requests.consultant;
import static com.vsoxp.alliance.clients.Requests.fee;
import static com.vsoxp.alliance.clients.Requests.sale;
import static com.vsoxp.alliance.clients.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.client.partner.ApiException;
import com.vsoxp.alliance.client.partner.model.AttestationKind;
import com.vsoxp.alliance.client.partner.model.AttestationRequest;
import com.vsoxp.alliance.client.partner.model.Enrollment;
import com.vsoxp.alliance.client.partner.model.PartnerProfile;
import com.vsoxp.alliance.client.partner.model.StoryStatus;
import com.vsoxp.alliance.client.partner.model.StoryText;
import com.vsoxp.alliance.client.partner.model.TierApplication;
import com.vsoxp.alliance.client.partner.model.VerificationOutcome;
import com.vsoxp.alliance.client.partner.model.VerificationRequest;
import java.time.Duration;
import java.util.UUID;

/** Companies at a stop of the way that the tour goes on from. */
record Companies(Caller crm, Caller manager) {

    /** A company that has gone all the way: its enrollment once it holds premier. */
    Enrollment premier() throws ApiException {
        UUID id = registered();
        Enrollment application = crm.enrollments().applyForTier(id, new TierApplication().tier("PREMIER"), null, null);
        assertThat(application.getAppliedTier()).isEqualTo("PREMIER");

        crm.evidence().recordFeePayment(id, fee("INV-1"), null, null);
        attest(id, AttestationKind.WEB_APPLICATIONS_ON_WINDOWS);
        attest(id, AttestationKind.WEBSITE_LISTING);
        crm.evidence().recordConsultant(id, consultant("Ada Berg"), null, null);
        publishStory(id, "One");
        publishStory(id, "Two");
        publishStory(id, "Three");
        crm.sales().recordSale(sale(id, 15), null, null);

        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> crm.enrollments().readEnrollment(id, null, null),
                        read -> "PREMIER".equals(read.getTier()) && read.getStanding() != null);
    }

    /** A company that has just been registered: its id. */
    UUID registered() throws ApiException {
        var profile = new PartnerProfile()
                .name(unique("Tour"))
                .legalName("Tour Systems GmbH")
                .country("DE")
                .city("Munich");
        return crm.partners().registerPartner(profile, null, null).getId();
    }

    private void attest(UUID partner, AttestationKind kind) throws ApiException {
        UUID claim = crm.evidence()
                .submitAttestation(
                        partner,
                        new AttestationRequest().kind(kind).evidenceUrl("https://northwind.example/alliance"),
                        null,
                        null)
                .getId();
        manager.evidence()
                .verifyAttestation(
                        partner,
                        claim,
                        new VerificationRequest()
                                .outcome(VerificationOutcome.VERIFIED)
                                .reason("Seen."),
                        null);
    }

    private void publishStory(UUID partner, String title) throws ApiException {
        UUID story = crm.stories()
                .submitSuccessStory(partner, new StoryText().title(title).customer("Contoso"), null, null)
                .getId();
        assertThat(manager.stories().publishSuccessStory(partner, story, null).getStatus())
                .isEqualTo(StoryStatus.PUBLISHED);
    }
}
