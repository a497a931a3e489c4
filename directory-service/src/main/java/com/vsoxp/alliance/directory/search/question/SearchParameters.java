package com.vsoxp.alliance.directory.search.question;

import com.vsoxp.alliance.directory.listing.Folding;
import com.vsoxp.alliance.directory.listing.Profile;
import com.vsoxp.alliance.directory.search.question.Criteria.Sort;
import com.vsoxp.alliance.platform.json.ScalarText;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The question as it stands in the address; {@link #criteria()} checks all of it at once. */
public class SearchParameters {

    private static final int MAX_TEXT = 200;
    private static final int MAX_WORDS = 8;
    private static final int MAX_ALTERNATIVES = 20;
    private static final BigDecimal HALF_ROUND_THE_EARTH = new BigDecimal(20_038);

    @QueryParam("q")
    @Parameter(
            description =
                    "Words to look for in name, place, services, verticals and description; typing errors are forgiven",
            example = "nortwind munich")
    String q;

    @QueryParam("partnerId")
    @Parameter(description = "Only the listing of this partner")
    UUID partnerId;

    @QueryParam("tier")
    @Parameter(description = "Only these tiers", example = "PREMIER")
    List<String> tier;

    @QueryParam("country")
    @Parameter(description = "Only these countries, ISO 3166-1 alpha-2", example = "DE")
    List<String> country;

    @QueryParam("service")
    @Parameter(description = "Only partners with one of these services", example = "SUPPORT")
    List<String> service;

    @QueryParam("vertical")
    @Parameter(description = "Only partners with one of these verticals", example = "manufacturing")
    List<String> vertical;

    @QueryParam("language")
    @Parameter(description = "Only partners with one of these languages, BCP 47", example = "de")
    List<String> language;

    @QueryParam("near")
    @Parameter(
            description = "Only partners with a known location, with their distance from this `latitude,longitude`",
            example = "48.1372,11.5761")
    String near;

    @QueryParam("radiusKm")
    @Parameter(description = "Only within so many kilometers of `near`", example = "50")
    BigDecimal radiusKm;

    @QueryParam("sort")
    @Parameter(
            description =
                    "By default relevance with `q`, else distance with `near`, else name; by tier, the highest comes first",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"relevance", "name", "distance", "tier"}))
    String sort;

    /**
     * The question of an address, as people's browsers ask it.
     *
     * @param address its query parameters; those that are no question's are not looked at
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 400 naming a radius that is no number
     */
    public static SearchParameters of(MultivaluedMap<String, String> address) {
        var parameters = new SearchParameters();
        parameters.q = address.getFirst("q");
        parameters.tier = address.getOrDefault("tier", List.of());
        parameters.country = address.getOrDefault("country", List.of());
        parameters.service = address.getOrDefault("service", List.of());
        parameters.vertical = address.getOrDefault("vertical", List.of());
        parameters.language = address.getOrDefault("language", List.of());
        parameters.near = address.getFirst("near");
        parameters.radiusKm = radius(address.getFirst("radiusKm"));
        parameters.sort = address.getFirst("sort");
        return parameters;
    }

    /** @throws com.vsoxp.alliance.platform.problem.ProblemException 400 naming every bad parameter */
    public Criteria criteria() {
        var errors = new ArrayList<FieldError>();
        var place = near == null ? Optional.<GeoPoint>empty() : GeoPoint.parse(near);
        check(
                q == null || q.length() <= MAX_TEXT,
                "q",
                "TOO_LONG",
                "takes at most " + MAX_TEXT + " characters",
                errors);
        check(
                near == null || place.isPresent(),
                "near",
                "INVALID_PARAMETER",
                "must be latitude,longitude in degrees",
                errors);
        check(radiusKm == null || near != null, "radiusKm", "NEEDS_NEAR", "needs near", errors);
        check(
                radiusKm == null || (radiusKm.signum() > 0 && radiusKm.compareTo(HALF_ROUND_THE_EARTH) <= 0),
                "radiusKm",
                "OUT_OF_RANGE",
                "must be above 0 and at most " + HALF_ROUND_THE_EARTH,
                errors);
        checkAlternatives(errors);
        var order = order(errors);
        if (!errors.isEmpty()) {
            throw Problems.malformed(errors);
        }
        return new Criteria(
                words(),
                Optional.ofNullable(partnerId),
                upperCase(tier),
                upperCase(country),
                upperCase(service),
                vertical,
                language.stream().map(Profile::canonicalLanguage).toList(),
                place,
                Optional.ofNullable(radiusKm).map(BigDecimal::doubleValue),
                order);
    }

    private List<String> words() {
        return q == null
                ? List.of()
                : Folding.words(q).stream().limit(MAX_WORDS).toList();
    }

    private Sort order(List<FieldError> errors) {
        if (sort == null) {
            return words().isEmpty() ? near == null ? Sort.NAME : Sort.DISTANCE : Sort.RELEVANCE;
        }
        var known = Arrays.stream(Sort.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst();
        check(known.isPresent(), "sort", "INVALID_PARAMETER", "must be relevance, name, distance or tier", errors);
        check(
                known.filter(Sort.DISTANCE::equals).isEmpty() || near != null,
                "sort",
                "NEEDS_NEAR",
                "by distance needs near",
                errors);
        return known.orElse(Sort.NAME);
    }

    private void checkAlternatives(List<FieldError> errors) {
        record Filter(String name, List<String> values) {}
        for (var filter : List.of(
                new Filter("tier", tier),
                new Filter("country", country),
                new Filter("service", service),
                new Filter("vertical", vertical),
                new Filter("language", language))) {
            check(
                    filter.values.size() <= MAX_ALTERNATIVES,
                    filter.name,
                    "TOO_MANY",
                    "takes at most " + MAX_ALTERNATIVES + " values",
                    errors);
        }
    }

    private static BigDecimal radius(String text) {
        return text == null
                ? null
                : ScalarText.read(BigDecimal.class, text)
                        .orElseThrow(() -> Problems.malformed(
                                FieldError.query("radiusKm"),
                                "INVALID_PARAMETER",
                                "radiusKm must be a decimal number."));
    }

    private static void check(boolean holds, String parameter, String code, String otherwise, List<FieldError> errors) {
        if (!holds) {
            errors.add(new FieldError(FieldError.query(parameter), code, parameter + " " + otherwise + "."));
        }
    }

    private static List<String> upperCase(List<String> values) {
        return values.stream().map(value -> value.toUpperCase(Locale.ROOT)).toList();
    }
}
