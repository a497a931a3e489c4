package com.vsoxp.alliance.benefits.intake;

import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.benefits.entitlement.EnrollmentState;
import com.vsoxp.alliance.benefits.entitlement.GrantEntitlements;
import com.vsoxp.alliance.benefits.intake.PartnerMessages.ContactAuthorized;
import com.vsoxp.alliance.benefits.intake.PartnerMessages.ContactWithdrawn;
import com.vsoxp.alliance.benefits.intake.PartnerMessages.EnrollmentChanged;
import com.vsoxp.alliance.benefits.portal.RecordPortalAccess;
import com.vsoxp.alliance.benefits.support.AuthorizeContacts;
import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Partners, their enrollments and their authorized contacts. */
@ApplicationScoped
public class PartnersIntake implements Intake {

    @Inject
    GrantEntitlements grantEntitlements;

    @Inject
    AuthorizeContacts authorizeContacts;

    @Inject
    RecordPortalAccess recordPortalAccess;

    @Override
    public String name() {
        return "partners";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.partners");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        grantEntitlements.follow(events.stream()
                .map(event -> new GrantEntitlements.Fact(event.id(), partnerOf(event), enrollmentIn(event)))
                .toList());
        var contacts = events.stream().flatMap(PartnersIntake::contactIn).toList();
        authorizeContacts.follow(contacts);
        recordPortalAccess.follow(
                contacts.stream().map(AuthorizeContacts.Change::partnerId).collect(toSet()));
    }

    private static Optional<EnrollmentState> enrollmentIn(ReceivedEvent event) {
        return event.type().equals("alliance.enrollment.changed")
                ? Optional.of(event.dataAs(EnrollmentChanged.class).stateSaidBy(event))
                : Optional.empty();
    }

    private static Stream<AuthorizeContacts.Change> contactIn(ReceivedEvent event) {
        return switch (event.type()) {
            case "alliance.contact.authorized" ->
                Stream.of(event.dataAs(ContactAuthorized.class).changeSaidBy(event));
            case "alliance.contact.withdrawn" ->
                Stream.of(event.dataAs(ContactWithdrawn.class).changeSaidBy(event));
            default -> Stream.empty();
        };
    }

    static UUID partnerOf(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException notAnId) {
            throw new PoisonEventException("the key is no partner's id: " + event.key());
        }
    }
}
