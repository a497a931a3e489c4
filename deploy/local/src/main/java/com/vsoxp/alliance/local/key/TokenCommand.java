package com.vsoxp.alliance.local.key;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** {@code deploy/local/token}: prints a token and nothing else. */
final class TokenCommand {

    private static final String USAGE =
            "Usage: deploy/local/token --role crm|program-manager|partner|auditor [--partner ID]";

    private Role role;
    private UUID partnerId;

    private TokenCommand() {}

    public static void main(String[] args) {
        var command = new TokenCommand();
        String complaint = command.parse(args);
        if (complaint != null) {
            System.err.println(complaint);
            System.exit(2);
        }
        Path state = Path.of(System.getProperty("alliance.state"));
        System.out.println(command.mint(new TokenMint(new LocalKeys(state), Clock.systemUTC())));
    }

    private String mint(TokenMint mint) {
        return role == Role.PARTNER ? mint.partnerToken(partnerId) : mint.token(role);
    }

    /** What is wrong with the arguments in one line, or null. */
    private String parse(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            switch (args[i]) {
                case "--role" -> role = Role.named(value).orElse(null);
                case "--partner" -> partnerId = uuidOrNull(value);
                default -> {
                    return USAGE;
                }
            }
            if (args[i].equals("--role") && role == null) {
                return "Not a role: '" + value + "'. Roles are " + Role.names() + ".";
            }
            if (args[i].equals("--partner") && partnerId == null) {
                return "Not a partner's id: '" + value + "'.";
            }
        }
        if (role == null) {
            return USAGE;
        }
        return (role == Role.PARTNER) == (partnerId != null)
                ? null
                : "--partner ID goes with --role partner, and only with it.";
    }

    private static UUID uuidOrNull(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
