package com.vsoxp.alliance.benefits.entitlement;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Gives what waited for a version of the program: enrollments may be heard of before the program they are under. */
@UseCase
public class GrantUnderProgram {

    private static final int PARTNERS_AT_ONCE = 500;

    @Inject
    GrantEntitlements grantEntitlements;

    @Inject
    ProgramsLock programsLock;

    /** Brings the entitlements of all partners up to date that have ever been enrolled under the version. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void grant(String programVersion) {
        programsLock.hold();
        var waiting = EnrollmentRecord.partnersUnder(programVersion);
        for (int from = 0; from < waiting.size(); from += PARTNERS_AT_ONCE) {
            var to = Math.min(from + PARTNERS_AT_ONCE, waiting.size());
            grantEntitlements.deriveAgain(Set.copyOf(waiting.subList(from, to)));
        }
    }
}
