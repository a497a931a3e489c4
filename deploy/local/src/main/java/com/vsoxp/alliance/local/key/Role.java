package com.vsoxp.alliance.local.key;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may call; what each may do is said in the services. */
public enum Role {
    CRM("crm"),
    PROGRAM_MANAGER("program-manager"),
    PARTNER("partner"),
    AUDITOR("auditor");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** As it stands in a token. */
    public String claim() {
        return claim;
    }

    static Optional<Role> named(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Role::claim).collect(Collectors.joining(", "));
    }
}
