package com.vsoxp.alliance.platform.paging;

import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The page a caller asks for; take it as a {@code @BeanParam}. */
public class PageRequest {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most.",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    Integer limit;

    @QueryParam("cursor")
    @Parameter(
            description = "Where to go on: `nextCursor` of the page before. Opaque.",
            schema = @Schema(type = SchemaType.STRING))
    String cursor;

    /** The first page, or the one at {@code cursor}. */
    public static PageRequest of(Integer limit, String cursor) {
        PageRequest request = new PageRequest();
        request.limit = limit;
        request.cursor = cursor;
        return request;
    }

    /**
     * How many items at most: 50 unless asked otherwise.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 400 outside 1 to 200
     */
    public int limit() {
        int asked = limit == null ? DEFAULT_LIMIT : limit;
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Problems.malformed(
                    FieldError.query("limit"), "OUT_OF_RANGE", "limit must be from 1 to " + MAX_LIMIT + ".");
        }
        return asked;
    }

    /** One row more than the page holds, to see whether there is a next one. */
    public int rowsToRead() {
        return limit() + 1;
    }

    /**
     * Where the page starts; empty for the first one.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 400 naming the cursor when it is not one of ours
     */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(cursor).map(Cursor::decode);
    }

    /** Behind which id the page starts, in a list by ids from the first on; less than all for the first page. */
    public UUID afterId() {
        return cursor().map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL);
    }

    /** Below which id the page starts, in a list by ids from the latest on; more than all for the first page. */
    public UUID beforeId() {
        return cursor().map(cursor -> cursor.uuid(0)).orElse(AFTER_ALL);
    }
}
