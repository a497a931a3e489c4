package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.constraint.CountryCode;
import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.partner.constraint.WebUrl;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A company that would buy. */
@Schema(name = "DealCustomer", description = "The company that would buy. Name no person.")
public record Customer(
        @NotNull @Line @Size(max = 200) @Schema(examples = "Contoso Manufacturing GmbH")
        String name,

        @NotNull @CountryCode @Schema(description = "ISO 3166-1 alpha-2.", examples = "DE")
        String country,

        @WebUrl @Schema(examples = "https://www.contoso.example")
        String website) {

    /** Where its website is; null if it is not known. */
    String host() {
        return website == null ? null : URI.create(website).getHost();
    }
}
