package com.vsoxp.alliance.partner.evidence.consultant;

import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.constraint.CalendarDay;
import com.vsoxp.alliance.partner.constraint.EmailAddress;
import com.vsoxp.alliance.partner.constraint.Line;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A trained person as a partner or its CRM reports them. */
@Schema(description = "A trained person on a partner's staff.")
public record ConsultantRequest(
        @NotNull @Line @Size(max = 200) @Schema(examples = "Jo Weber")
        String name,

        @NotNull @EmailAddress @Schema(description = "Tells the person from others.", examples = "jo@northwind.example")
        String email,

        @NotNull Certification certification) {

    @Schema(description = "A course that was passed.")
    public record Certification(
            @NotNull @Line @Size(max = 200) @Schema(examples = "VSO-XP Implementation")
            String course,

            @NotNull @CalendarDay @Schema(examples = "2026-01-20")
            LocalDate certifiedOn,

            @CalendarDay
            @Schema(description = "The day from which it is no longer good; absent for never.", examples = "2028-01-20")
            LocalDate expiresOn) {}

    /**
     * Checks what no single field shows.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 422 naming every field that breaks a rule
     */
    void check(LocalDate today) {
        LocalDate certified = certification.certifiedOn();
        LocalDate expires = certification.expiresOn();
        new BrokenRules()
                .whenInFuture(certified, today, "/certification/certifiedOn")
                .when(
                        expires != null && !expires.isAfter(certified),
                        "/certification/expiresOn",
                        "NOT_AFTER_CERTIFICATION",
                        "must be after certifiedOn.")
                .refuse();
    }
}
