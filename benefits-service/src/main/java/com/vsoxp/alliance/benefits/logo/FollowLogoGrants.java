package com.vsoxp.alliance.benefits.logo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.benefits.entitlement.EnrollmentStatus;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Gives every enrollment that holds a tier its token, and follows what becomes of it. */
@UseCase
public class FollowLogoGrants {

    /** An enrollment was said to be in a state; of two, the one with the higher sequence holds. */
    public record Said(LogoGrant.Key enrollment, EnrollmentStatus status, long sequence) {}

    @Inject
    LogoConfig config;

    /** Takes the states over; one that is older than what is known of its enrollment changes nothing but that it was held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<Said> states) {
        if (states.isEmpty()) {
            return;
        }
        var grants = LogoGrant.ofKeys(states.stream().map(Said::enrollment).collect(toSet())).stream()
                .collect(toMap(grant -> grant.key, identity()));
        for (var said : states) {
            var grant = grants.computeIfAbsent(said.enrollment(), this::appear);
            grant.held |= holds(said.status());
            if (said.sequence() > grant.sequence) {
                grant.status = said.status();
                grant.sequence = said.sequence();
            }
        }
    }

    private LogoGrant appear(LogoGrant.Key key) {
        var grant = new LogoGrant();
        grant.key = key;
        grant.token = LogoToken.of(key.partnerId(), key.enrollmentId(), config.tokenSecret());
        grant.status = EnrollmentStatus.APPLIED;
        grant.persist();
        return grant;
    }

    private static boolean holds(EnrollmentStatus status) {
        return switch (status) {
            case ACTIVE, SUSPENDED -> true;
            case APPLIED, TERMINATED, REJECTED, WITHDRAWN -> false;
        };
    }
}
