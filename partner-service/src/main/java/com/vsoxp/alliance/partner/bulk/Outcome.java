package com.vsoxp.alliance.partner.bulk;

import com.vsoxp.alliance.partner.partner.duplicate.RegistrationWarning;
import com.vsoxp.alliance.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** What became of a line. */
sealed interface Outcome {

    /** It is recorded, now or before; with what is odd about it, if that is something to be told of. */
    record Recorded(Effect effect, UUID id, List<RegistrationWarning> warnings) implements Outcome {

        Recorded(Effect effect, UUID id) {
            this(effect, id, List.of());
        }
    }

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
