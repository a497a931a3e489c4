package com.vsoxp.alliance.benefits.evaluationlicense;

import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that was issued. It is never changed but by its revocation, and never deleted. */
@Entity
@Table(name = "evaluation_license")
public class EvaluationLicense extends PanacheEntityBase {

    /** What it is good for now. */
    @Schema(name = "EvaluationLicenseStatus")
    public enum Status {
        VALID,
        EXPIRED,
        REVOKED
    }

    @Id
    public UUID id;

    /** Whom it was issued to, which its key says too; it is the heir's to use, if that partner's record became part of another. */
    public UUID partnerId;

    public String product;

    /** The compact JWS. */
    public String licenseKey;

    /** Which of this service's keys signed it. */
    public String kid;

    public Instant issuedAt;

    public String issuedBy;

    /** The first moment at which it is not valid. */
    public Instant expiresAt;

    public Instant revokedAt;

    public String revokedBy;

    public String revocationReason;

    /** How many are held of those that were issued to these partners: neither expired nor revoked. */
    static long standingOf(List<UUID> partnerIds, Instant now) {
        return count("partnerId in ?1 and revokedAt is null and expiresAt > ?2", partnerIds, now);
    }

    /** Those issued to these partners, newest first. */
    static Page<EvaluationLicense> pageOf(List<UUID> partnerIds, PageRequest request) {
        return Page.byId(
                EvaluationLicense.<EvaluationLicense>find(
                        "partnerId in ?1 and id < ?2 order by id desc", partnerIds, request.beforeId()),
                request,
                license -> license.id);
    }

    /** One that was issued to one of these partners; for another's, or no one's, the answer is 404. */
    static EvaluationLicense require(List<UUID> partnerIds, UUID id, LockModeType lock) {
        return EvaluationLicense.<EvaluationLicense>findByIdOptional(id, lock)
                .filter(license -> partnerIds.contains(license.partnerId))
                .orElseThrow(() -> Problems.notFound("evaluation license", id));
    }

    /** Revoked is revoked, expired or not. */
    Status statusAt(Instant now) {
        if (revokedAt != null) {
            return Status.REVOKED;
        }
        return expiresAt.isAfter(now) ? Status.VALID : Status.EXPIRED;
    }
}
