package com.vsoxp.alliance.benefits.intake;

import com.vsoxp.alliance.benefits.entitlement.EnrollmentStatus;
import com.vsoxp.alliance.benefits.holder.LearnNames;
import com.vsoxp.alliance.benefits.logo.FollowLogoGrants;
import com.vsoxp.alliance.benefits.logo.LogoGrant;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import java.util.UUID;

/** The payloads on {@code alliance.partners} that say what a partner is called and which enrollment it is in. */
final class HolderMessages {

    private HolderMessages() {}

    record PartnerSaid(Partner partner) {

        record Partner(String name) {}

        LearnNames.Named nameSaidBy(ReceivedEvent event) {
            if (partner == null || partner.name == null) {
                throw new PoisonEventException("the partner's name is missing");
            }
            return new LearnNames.Named(PartnersIntake.partnerOf(event), partner.name, event.sequence());
        }
    }

    record EnrollmentSaid(Enrollment enrollment) {

        record Enrollment(UUID id, EnrollmentStatus status) {}

        FollowLogoGrants.Said stateSaidBy(ReceivedEvent event) {
            if (enrollment == null || enrollment.id == null || enrollment.status == null) {
                throw new PoisonEventException("the enrollment's id or status is missing");
            }
            return new FollowLogoGrants.Said(
                    new LogoGrant.Key(PartnersIntake.partnerOf(event), enrollment.id),
                    enrollment.status,
                    event.sequence());
        }
    }
}
