package com.vsoxp.alliance.benefits.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.platform.testing.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {

    @TempDir
    Path folder;

    @Test
    void aKeyIsNamedByItsThumbprintWhateverTheFileCallsIt() throws IOException {
        var key = SigningKeys.newKey();
        var thumbprint = key.getKeyId();
        key.setKeyId("the key of May");

        assertThat(PrivateKeys.in(file(new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_PRIVATE))))
                .containsOnlyKeys(thumbprint);
    }

    @Test
    void aPublicKeySignsNothingAndIsRefused() throws IOException {
        var publicOnly = file(new JsonWebKeySet(SigningKeys.newKey()).toJson(OutputControlLevel.PUBLIC_ONLY));

        assertThatThrownBy(() -> PrivateKeys.in(publicOnly)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "{\"keys\": []}",
                "{\"keys\": [{\"kty\": \"oct\", \"k\": \"c2VjcmV0\"}]}",
                "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"c2VjcmV0\", \"d\": \"c2VjcmV0\"}]}"
            })
    void whatIsNoSetOfKeysIsRefusedAndNotTold(String content) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> PrivateKeys.in(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .message()
                .doesNotContain("c2VjcmV0")
                .doesNotContain("secret");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("keys"), content);
    }
}
