package com.vsoxp.alliance.partner.feed.reading;

import com.vsoxp.alliance.partner.feed.EventTypes;
import com.vsoxp.alliance.partner.feed.FeedFilter;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which events a caller asks for; take it as a {@code @BeanParam}. */
public class FeedQuery {

    private static final int LONGEST_WAIT = 30;

    @QueryParam("after")
    @Parameter(
            description = "Where to go on: `nextCursor` of the answer before. From the oldest event kept without it. "
                    + "Opaque.",
            schema = @Schema(type = SchemaType.STRING))
    String after;

    @QueryParam("types")
    @Parameter(
            description = "Only events of these types; several by commas or by naming the parameter again.",
            example = "alliance.enrollment.changed,alliance.entitlements.changed")
    List<String> types;

    @QueryParam("partnerId")
    @Parameter(description = "Only events about this partner. A partner gets its own alone.")
    UUID partnerId;

    @QueryParam("wait")
    @Parameter(
            description = "How many seconds to wait for an event when there is none yet.",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0", minimum = "0", maximum = "30"))
    Integer wait;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most.",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    Integer limit;

    Optional<FeedCursor> cursor() {
        return Optional.ofNullable(after).map(FeedCursor::read);
    }

    int limit() {
        return PageRequest.of(limit, null).limit();
    }

    Duration patience() {
        int seconds = wait == null ? 0 : wait;
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            throw Problems.malformed(
                    FieldError.query("wait"), "OUT_OF_RANGE", "wait must be from 0 to " + LONGEST_WAIT + " seconds.");
        }
        return Duration.ofSeconds(seconds);
    }

    /** What this caller is to get: a partner nothing but its own. */
    FeedFilter filter(Caller caller) {
        if (!caller.isPartnerOnly()) {
            return new FeedFilter(typesAskedFor(), partnerId);
        }
        UUID own = caller.partnerId().orElseThrow(() -> Problems.forbidden("The token names no partner."));
        if (partnerId != null) {
            caller.mustOwn(partnerId);
        }
        return new FeedFilter(typesAskedFor(), own);
    }

    private Set<String> typesAskedFor() {
        Set<String> asked = types == null
                ? Set.of()
                : types.stream()
                        .flatMap(several -> Arrays.stream(several.split(",", -1)))
                        .map(String::strip)
                        .collect(Collectors.toSet());
        List<FieldError> unknown = EventTypes.unknownAmong(asked).stream()
                .map(name -> new FieldError(
                        FieldError.query("types"), "UNKNOWN_VALUE", name + " is none of " + EventTypes.all() + "."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problems.malformed(unknown);
        }
        return asked;
    }
}
