package com.vsoxp.alliance.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;

/** The file of private keys that the service under test signs with. */
public final class SigningKeys {

    private SigningKeys() {}

    /** A new key, named by its thumbprint. */
    public static OctetKeyPairJsonWebKey newKey() {
        try {
            var key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /** From now on, within a fraction of a second, the service has these keys and no others. */
    public static void are(OctetKeyPairJsonWebKey... keys) {
        write(new JsonWebKeySet(Arrays.asList(keys)).toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    /** Whatever the file is to hold. */
    public static void write(String content) {
        try {
            Path draft = file().resolveSibling(file().getFileName() + ".draft");
            Files.createDirectories(draft.getParent());
            Files.writeString(draft, content);
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path fresh() {
        are(newKey());
        return file();
    }

    private static Path file() {
        return RepositoryRoot.path().resolve("target/shared-servers/" + RepositoryRoot.module() + ".signing-keys");
    }
}
