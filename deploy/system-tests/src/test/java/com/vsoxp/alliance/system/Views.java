package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.AllianceService.BENEFITS;
import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;
import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.client.Company;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the four services say of the same partners, and where they disagree. */
final class Views {

    private final AllianceClient auditor = RunningAlliance.auditor();

    /** Every disagreement over the partners that were there, in words; empty if all views agree. */
    List<String> disagreements(LocalDate today) {
        List<String> found = new ArrayList<>();
        Map<String, Integer> sold = licensesSoldInTheYearTo(today);
        eachItem(PARTNER, "/v1/partners?", partner -> compare(partner.path("id").asText(), sold, found));
        return found;
    }

    private void compare(String partner, Map<String, Integer> sold, List<String> found) {
        JsonNode enrollment = read(PARTNER, partner, "/enrollment");
        JsonNode entitlements = read(BENEFITS, partner, "/entitlements");
        JsonNode standing = read(ELIGIBILITY, partner, "/standing");
        String listed = auditor.get(DIRECTORY, "/v1/listings?partnerId=" + partner)
                .body()
                .path("items")
                .path(0)
                .path("tier")
                .asText(null);
        String status = enrollment.path("status").asText("none");
        boolean active = status.equals("ACTIVE");
        boolean open = active || status.equals("SUSPENDED");
        String tier = open ? enrollment.path("tier").asText(null) : null;
        expect(
                found,
                partner,
                "entitlements' tier",
                tier,
                entitlements.path("tier").asText(null));
        expect(found, partner, "listing's tier", active ? tier : null, listed);
        if (open) {
            expect(
                    found,
                    partner,
                    "standing's tier",
                    tier,
                    standing.path("tier").asText(null));
            expect(
                    found,
                    partner,
                    "standing",
                    enrollment.path("standing").path("status").asText(),
                    standing.path("status").asText());
        }
        JsonNode scorecard = read(ELIGIBILITY, partner, "/scorecard?tier=PREMIER");
        int credited = Company.byCode(scorecard.path("requirements"), "LICENSE_SALES")
                .path("actual")
                .asInt();
        expect(found, partner, "licenses credited", sold.getOrDefault(partner, 0), credited);
    }

    private Map<String, Integer> licensesSoldInTheYearTo(LocalDate today) {
        Map<String, Integer> sold = new TreeMap<>();
        String window = "from=" + today.minusMonths(12).plusDays(1) + "&to=" + today;
        eachItem(
                PARTNER,
                "/v1/sales?" + window,
                sale -> sold.merge(
                        sale.path("partnerId").asText(),
                        sale.path("licenses").asInt()
                                - sale.path("licensesReversed").asInt(),
                        Integer::sum));
        return sold;
    }

    private JsonNode read(AllianceService service, String partner, String path) {
        Answer answer = auditor.get(service, "/v1/partners/" + partner + path);
        return answer.status() == 404
                ? answer.body().path("none")
                : answer.orThrow().body();
    }

    private void eachItem(AllianceService service, String path, Consumer<JsonNode> reader) {
        String cursor = "";
        do {
            JsonNode page =
                    auditor.get(service, path + "&limit=200" + cursor).orThrow().body();
            page.path("items").forEach(reader);
            cursor = page.path("nextCursor").isMissingNode()
                    ? null
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (cursor != null);
    }

    private static void expect(List<String> found, String partner, String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            found.add(partner + ": " + what + " is " + actual + " where the partner record says " + expected);
        }
    }
}
