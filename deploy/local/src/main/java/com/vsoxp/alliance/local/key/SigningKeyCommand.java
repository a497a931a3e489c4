package com.vsoxp.alliance.local.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.lang.JoseException;

/** {@code deploy/local/signing-key}: prints a set of private keys with a new one in it, and nothing else. */
final class SigningKeyCommand {

    private static final String USAGE = "Usage: deploy/local/signing-key [FILE]";

    private SigningKeyCommand() {}

    public static void main(String[] args) {
        if (args.length > 1) {
            fail(USAGE);
        }
        try {
            System.out.println(
                    args.length == 0
                            ? SigningKeySet.ofOneNewKey()
                            : SigningKeySet.withOneMore(Files.readString(Path.of(args[0]))));
        } catch (IOException e) {
            fail("Cannot be read: " + args[0]);
        } catch (JoseException e) {
            fail("Not a JWK Set: " + args[0]);
        }
    }

    private static void fail(String complaint) {
        System.err.println(complaint);
        System.exit(2);
    }
}
