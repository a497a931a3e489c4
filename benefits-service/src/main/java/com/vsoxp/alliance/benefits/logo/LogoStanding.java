package com.vsoxp.alliance.benefits.logo;

import com.vsoxp.alliance.benefits.entitlement.EnrollmentRecord;
import com.vsoxp.alliance.benefits.entitlement.Entitlement;
import com.vsoxp.alliance.benefits.entitlement.Holder;
import com.vsoxp.alliance.benefits.holder.HolderName;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What there is to tell of a logo grant now.
 *
 * @param partner its name; empty until its record was heard of
 * @param tier the code of the tier it holds, be it suspended; null if there is none
 * @param since the first day of the present right; null unless it is valid
 */
record LogoStanding(String token, String partner, String tier, LogoStatus status, LocalDate since) {

    private static final String BENEFIT = "LOGO_USE";

    static LogoStanding of(LogoGrant grant, LocalDate today) {
        var partnerId = grant.key.partnerId();
        var standing = Holder.<Holder>findByIdOptional(partnerId).map(holder -> holder.status);
        var right = Entitlement.of(today, partnerId, BENEFIT).filter(held -> held.value == Term.INCLUDED);
        var status = LogoStatus.of(grant.status, standing.orElse(null), right.isPresent());
        return new LogoStanding(
                grant.token,
                HolderName.of(partnerId).orElse(""),
                EnrollmentRecord.governing(partnerId, today)
                        .map(governing -> governing.tier)
                        .orElse(null),
                status,
                status == LogoStatus.VALID ? right.map(held -> held.since).orElseThrow() : null);
    }

    /** The tier as people read it: {@code PREMIER} is Premier. */
    Optional<String> tierInWords() {
        return Optional.ofNullable(tier)
                .map(code -> code.charAt(0)
                        + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** The whole of it in one sentence. */
    String sentence() {
        var who = partner.isEmpty() ? "This company" : partner;
        return switch (status) {
            case VALID -> who + " is a " + tierInWords().orElse("") + " partner of the VSO-XP Alliance.";
            case SUSPENDED -> who + " may not use the VSO-XP Alliance logo now: its partnership is suspended.";
            case REVOKED -> who + " may not use the VSO-XP Alliance logo.";
        };
    }
}
