package com.vsoxp.alliance.partner.partner.duplicate;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is odd about a partner that was registered all the same. */
@Schema(description = "What is odd about a partner that was registered all the same.")
public record RegistrationWarning(
        @NotNull Code code,

        @NotNull @Schema(examples = "2 partners may be the same company.")
        String detail,

        @NotNull @Schema(description = "At most five, those with most in common first.")
        List<DuplicateCandidate> candidates) {

    /** The kinds of warnings. */
    @Schema(name = "RegistrationWarningCode")
    public enum Code {
        POSSIBLE_DUPLICATE
    }

    /** The warnings about a partner with these possible duplicates; none without any. */
    public static List<RegistrationWarning> about(List<DuplicateCandidate> candidates) {
        return switch (candidates.size()) {
            case 0 -> List.of();
            case 1 -> List.of(possibleDuplicate("Another partner may be the same company.", candidates));
            default -> List.of(possibleDuplicate(candidates.size() + " partners may be the same company.", candidates));
        };
    }

    private static RegistrationWarning possibleDuplicate(String detail, List<DuplicateCandidate> candidates) {
        return new RegistrationWarning(Code.POSSIBLE_DUPLICATE, detail, candidates);
    }
}
