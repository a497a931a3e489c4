package com.vsoxp.alliance.partner.bulk;

import com.vsoxp.alliance.platform.problem.ProblemException;
import java.util.UUID;

/** What became of a line. */
sealed interface Outcome {

    /** It is recorded, now or before. */
    record Recorded(Effect effect, UUID id) implements Outcome {}

    /** It is not recorded. */
    record Refused(ProblemException problem) implements Outcome {}

    /** What recording it did. */
    enum Effect {
        CREATED(201),
        CHANGED(200),
        UNCHANGED(200);

        private final int status;

        Effect(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
