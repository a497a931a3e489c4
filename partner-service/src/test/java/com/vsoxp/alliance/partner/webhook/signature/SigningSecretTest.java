package com.vsoxp.alliance.partner.webhook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1_614_265_330;
    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    void theSpecificationsVectorIsSignedAsItSays() {
        assertThat(SigningSecret.of(SECRET).sign(ID, TIME, BODY.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aNewSecretSignsAsTheSpecificationsLibraryDoes() throws WebhookSigningException {
        SigningSecret secret = SigningSecret.random();
        String body = "{\"name\": \"Ærø ✓\"}";

        assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret.sign(ID, TIME, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Webhook(secret.text()).sign(ID, TIME, body));
        assertThat(SigningSecret.random().text()).isNotEqualTo(secret.text());
    }

    @Test
    void aSealedSecretOpensForItsOwnWebhookUnderTheSameKeyAlone() {
        UUID webhook = UUID.randomUUID();
        SigningSecret secret = SigningSecret.of(SECRET);
        SecretBox box = new SecretBox("a key that nobody knows");
        byte[] sealed = box.seal(webhook, secret);

        assertThat(box.open(webhook, sealed).text()).isEqualTo(SECRET);
        assertThat(box.seal(webhook, secret)).isNotEqualTo(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.key(), StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> box.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretBox("another key, as long").open(webhook, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSealedAnswerOpensForItsOwnKeyAlone() {
        FirstAnswer.Id id = new FirstAnswer.Id("crm", "a");
        SealedAnswers answers = new SealedAnswers(new SecretBox("a key that nobody knows"));
        byte[] body = ("{\"secret\": \"" + SECRET + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] kept = answers.toKeep(id, body);

        assertThat(answers.toGive(id, kept)).isEqualTo(body);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        for (SealedAnswers other : List.of(answers, new SealedAnswers(new SecretBox("another key, as long")))) {
            FirstAnswer.Id asked = other == answers ? new FirstAnswer.Id("crm", "b") : id;
            assertThatThrownBy(() -> other.toGive(asked, kept))
                    .isInstanceOfSatisfying(ProblemException.class, gone -> assertThat(gone.type())
                            .isEqualTo(ProblemType.GONE));
        }
    }
}
