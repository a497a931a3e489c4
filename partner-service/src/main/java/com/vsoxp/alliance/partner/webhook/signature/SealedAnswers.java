package com.vsoxp.alliance.partner.webhook.signature;

import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.idempotency.KeptForm;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Keeps answers that tell a secret as the secret itself is kept: sealed, each for its own Idempotency-Key. */
@ApplicationScoped
public class SealedAnswers implements KeptForm {

    private static final Logger LOG = Logger.getLogger(SealedAnswers.class);

    private final SecretBox box;

    SealedAnswers(SecretBox box) {
        this.box = box;
    }

    @Override
    public byte[] toKeep(FirstAnswer.Id id, byte[] body) {
        return box.seal(place(id), body);
    }

    /** @throws com.vsoxp.alliance.platform.problem.ProblemException 410 if it was sealed under another key of this service */
    @Override
    public byte[] toGive(FirstAnswer.Id id, byte[] kept) {
        try {
            return box.open(place(id), kept);
        } catch (IllegalStateException e) {
            LOG.warn("A kept answer cannot be opened", e);
            throw Problems.of(
                    ProblemType.GONE,
                    "ANSWER_UNREADABLE",
                    "This was done; the answer was sealed under a key of before.");
        }
    }

    private static String place(FirstAnswer.Id id) {
        return "answer " + id.caller() + " " + id.key();
    }
}
