package com.vsoxp.alliance.eligibility.decision.kept;

import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.program.Program;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision made once more, from the input that was kept with it. */
@Schema(name = "DecisionReplay", description = "A decision made once more, from the input that was kept with it.")
record Replay(
        @Schema(description = "Whether the answer is the kept one, byte for byte.")
        boolean identical,

        @Schema(description = "The version of the program that it was made by, then and now.", examples = "2.0")
        String programVersion,

        @Schema(description = "The version of the rules by which it was made.", examples = "2")
        String keptEngineVersion,

        @Schema(description = "The version of the rules by which it was made once more.", examples = "2")
        String engineVersion,

        @Schema(description = "The answer of today; its text is the kept one if it is identical.")
        Decision decision) {

    static Replay of(DecisionRow kept, Program program) {
        Decision again = kept.read().replay(program);
        return new Replay(
                DecisionText.of(again).equals(kept.content),
                kept.programVersion,
                kept.engineVersion,
                Evaluation.ENGINE_VERSION,
                again);
    }
}
