package com.vsoxp.alliance.platform.idempotency;

/** In what form the bodies of first answers are kept, for those that must not be readable where they are kept. */
public interface KeptForm {

    /** As they are given. */
    KeptForm AS_GIVEN = new KeptForm() {
        @Override
        public byte[] toKeep(FirstAnswer.Id id, byte[] body) {
            return body;
        }

        @Override
        public byte[] toGive(FirstAnswer.Id id, byte[] kept) {
            return kept;
        }
    };

    /** What is kept of the body that is answered under that key. */
    byte[] toKeep(FirstAnswer.Id id, byte[] body);

    /** The body, byte for byte, of what was kept under that key. */
    byte[] toGive(FirstAnswer.Id id, byte[] kept);
}
