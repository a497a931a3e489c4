package com.vsoxp.alliance.partner.sale.recording;

import com.vsoxp.alliance.partner.audit.AuditActor;
import com.vsoxp.alliance.partner.partner.key.PartnerReference;
import com.vsoxp.alliance.partner.sale.SaleRequest;
import com.vsoxp.alliance.partner.sale.SaleRequest.ShareRequest;
import com.vsoxp.alliance.platform.idempotency.KeyedRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sale as it was reported by one request.
 *
 * @param system whose order number it is
 * @param request already {@link SaleRequest#check checked}
 * @param key what it is answered under again; null without an Idempotency-Key
 * @param reporter who reports it, and in which trace
 */
public record SaleReport(String system, SaleRequest request, KeyedRequest key, AuditActor reporter) {

    Optional<KeyedRequest> keyed() {
        return Optional.ofNullable(key);
    }

    /** Every partner it names. */
    Stream<PartnerReference> partners() {
        return Stream.concat(
                Stream.of(request.partner()), request.shares().stream().map(ShareRequest::partner));
    }
}
