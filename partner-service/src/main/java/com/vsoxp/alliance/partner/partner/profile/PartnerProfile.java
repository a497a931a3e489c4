package com.vsoxp.alliance.partner.partner.profile;

import com.vsoxp.alliance.partner.constraint.CountryCode;
import com.vsoxp.alliance.partner.constraint.EmailAddress;
import com.vsoxp.alliance.partner.constraint.LanguageTag;
import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.partner.constraint.PhoneNumber;
import com.vsoxp.alliance.partner.constraint.Prose;
import com.vsoxp.alliance.partner.constraint.WebUrl;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What is known of a partner: sent by its owner, stored as sent, and published. It describes a company; nothing in it is
 * about a person. Lists that are absent read as empty.
 *
 * @param country ISO 3166-1 alpha-2
 * @param languages BCP 47
 * @param verticals the industries it knows, in its own words
 * @param externalIds its key in each other system, by the system's name; no two partners share one
 */
@Schema(description = "What is known of a partner.")
public record PartnerProfile(
        @NotNull @Line @Size(max = 200) @Schema(examples = "Northwind Help Desk")
        String name,

        @Line @Size(max = 200) @Schema(examples = "Northwind Systems GmbH")
        String legalName,

        @UniqueElements @Size(max = 5) @Schema(examples = "[\"SYSTEMS_INTEGRATOR\", \"CONSULTANCY\"]")
        List<BusinessType> businessTypes,

        @Prose @Size(max = 4_000) @Schema(examples = "Help desk roll-outs for manufacturers.")
        String description,

        @WebUrl @Schema(examples = "https://northwind.example")
        String website,

        @NotNull @CountryCode @Schema(description = "ISO 3166-1 alpha-2.", examples = "DE")
        String country,

        @Line @Size(max = 100) @Schema(examples = "Bavaria") String region,

        @Line @Size(max = 100) @Schema(examples = "Munich") String city,

        Location location,

        @UniqueElements @Size(max = 50) @Schema(description = "BCP 47 tags.", examples = "[\"de\", \"en\"]")
        List<@LanguageTag String> languages,

        @UniqueElements @Size(max = 10) @Schema(examples = "[\"DELIVERY\", \"SUPPORT\", \"TRAINING\"]")
        List<OfferedService> services,

        @UniqueElements @Size(max = 50) @Schema(examples = "[\"manufacturing\"]")
        List<@Line @Size(max = 100) String> verticals,

        @Size(max = 20)
        @Schema(
                description = "The partner's key in each other system, by the system's name.",
                examples = "{\"salesforce\": \"001A000001LkXyz\"}")
        Map<
                        @Pattern(regexp = SYSTEM_FORM, message = SYSTEM_WORDS) String,
                        @Pattern(regexp = EXTERNAL_ID_FORM, message = EXTERNAL_ID_WORDS) String>
                externalIds,

        @WebUrl @Schema(examples = "https://northwind.example/logo.svg")
        String logoUrl,

        @EmailAddress @Schema(description = "Of the company, not of a person.", examples = "partners@northwind.example")
        String publicEmail,

        @PhoneNumber @Schema(description = "Of the company, not of a person.", examples = "+49 89 1234567")
        String publicPhone) {

    /** What the name of another system looks like. */
    public static final String SYSTEM_FORM = "^[a-z0-9][a-z0-9._-]{0,62}$";

    /** What a key in another system looks like. */
    public static final String EXTERNAL_ID_FORM = "^[!-~]{1,200}$";

    private static final String SYSTEM_WORDS = "a system's name has up to 63 of a-z, 0-9, dot, dash and underscore";
    private static final String EXTERNAL_ID_WORDS = "must be up to 200 printable ASCII characters without spaces";

    public PartnerProfile {
        businessTypes = orEmpty(businessTypes);
        languages = orEmpty(languages);
        services = orEmpty(services);
        verticals = orEmpty(verticals);
        // Sorted, so that writers who claim several ids meet them in the same order and never deadlock.
        externalIds = externalIds == null ? Collections.emptySortedMap() : sorted(externalIds);
    }

    /** The same profile with these external ids in place of its own. */
    public PartnerProfile withExternalIds(Map<String, String> ids) {
        return new PartnerProfile(
                name,
                legalName,
                businessTypes,
                description,
                website,
                country,
                region,
                city,
                location,
                languages,
                services,
                verticals,
                ids,
                logoUrl,
                publicEmail,
                publicPhone);
    }

    /** Its keys in other systems, in the order of the systems. */
    public List<ExternalId.Key> keys() {
        return externalIds.entrySet().stream()
                .map(key -> new ExternalId.Key(key.getKey(), key.getValue()))
                .toList();
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(list);
    }

    private static SortedMap<String, String> sorted(Map<String, String> ids) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(ids));
    }
}
