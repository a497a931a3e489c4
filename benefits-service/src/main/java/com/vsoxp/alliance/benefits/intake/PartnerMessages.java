package com.vsoxp.alliance.benefits.intake;

import com.vsoxp.alliance.benefits.entitlement.EnrollmentState;
import com.vsoxp.alliance.benefits.entitlement.EnrollmentStatus;
import com.vsoxp.alliance.benefits.support.AuthorizeContacts.Authorized;
import com.vsoxp.alliance.benefits.support.AuthorizeContacts.Withdrawn;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The payloads on {@code alliance.partners}, as far as this service reads them, and what they mean here. */
final class PartnerMessages {

    private PartnerMessages() {}

    record EnrollmentChanged(Enrollment enrollment) {

        record Enrollment(
                EnrollmentStatus status, String tier, String programVersion, LocalDate tierSince, LocalDate endedOn) {}

        EnrollmentState stateSaidBy(ReceivedEvent event) {
            demand(enrollment != null && enrollment.status != null, "the enrollment's status is missing");
            demand(
                    !needsTier() || (enrollment.tier != null && enrollment.programVersion != null),
                    "an enrollment that is " + enrollment.status + " needs a tier and a program version");
            return new EnrollmentState(
                    event.sequence(),
                    enrollment.status,
                    enrollment.tier,
                    enrollment.programVersion,
                    enrollment.tierSince,
                    enrollment.endedOn,
                    event.time());
        }

        private boolean needsTier() {
            return switch (enrollment.status) {
                case ACTIVE, SUSPENDED -> true;
                case APPLIED, TERMINATED, REJECTED, WITHDRAWN -> false;
            };
        }
    }

    record ContactAuthorized(Contact contact) {

        record Contact(UUID id, String emailDigest, List<String> scopes, LocalDate authorizedOn) {}

        Authorized changeSaidBy(ReceivedEvent event) {
            demand(
                    contact != null && contact.id != null && contact.emailDigest != null,
                    "the contact's id or digest is missing");
            return new Authorized(
                    contact.id,
                    PartnersIntake.partnerOf(event),
                    event.sequence(),
                    contact.emailDigest,
                    contact.scopes == null ? List.of() : contact.scopes,
                    contact.authorizedOn);
        }
    }

    record ContactWithdrawn(Contact contact) {

        record Contact(UUID id, LocalDate withdrawnOn) {}

        Withdrawn changeSaidBy(ReceivedEvent event) {
            demand(
                    contact != null && contact.id != null && contact.withdrawnOn != null,
                    "the contact's id or its last day is missing");
            return new Withdrawn(contact.id, PartnersIntake.partnerOf(event), event.sequence(), contact.withdrawnOn);
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new PoisonEventException(otherwise);
        }
    }
}
