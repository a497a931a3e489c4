package com.vsoxp.alliance.local.demo;

import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;
import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.client.AllianceClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of the demonstration, as the services themselves tell it. */
final class DemoSummary {

    private final AllianceClient client;

    private DemoSummary(AllianceClient client) {
        this.client = client;
    }

    static void print(AllianceClient client, Function<AllianceService, URI> addresses) {
        new DemoSummary(client).print(addresses);
    }

    private void print(Function<AllianceService, URI> addresses) {
        List<JsonNode> partners = list(PARTNER, "/v1/partners");
        List<JsonNode> atRisk = list(ELIGIBILITY, "/v1/standings?status=AT_RISK");
        System.out.println();
        System.out.printf("%-12s %-10s %8s%n", "STATUS", "TIER", "PARTNERS");
        count(partners).forEach((what, number) -> System.out.printf("%-23s %8d%n", what, number));
        System.out.printf("%-23s %8d%n", "at risk of these", atRisk.size());
        System.out.printf(
                "%-23s %8d%n",
                "in the directory", list(DIRECTORY, "/v1/listings").size());
        System.out.printf("%-23s %8d%n", "sales", list(PARTNER, "/v1/sales").size());
        System.out.println();
        System.out.println("Worth a look (the last three with a token of deploy/local/token --role auditor):");
        System.out.println("  " + addresses.apply(DIRECTORY) + "/v1/listings?q=nordlict&tier=PREMIER");
        System.out.println("  " + addresses.apply(DIRECTORY) + "/v1/listings?near=48.1,11.6&radiusKm=700");
        System.out.println("  " + addresses.apply(PARTNER) + "/v1/partners?tier=RESELLER");
        System.out.println("  " + addresses.apply(ELIGIBILITY) + "/v1/standings?status=AT_RISK");
        atRisk.stream()
                .findFirst()
                .ifPresent(standing -> System.out.println("  " + addresses.apply(ELIGIBILITY) + "/v1/partners/"
                        + standing.path("partnerId").asText() + "/scorecard"));
    }

    private static Map<String, Long> count(List<JsonNode> partners) {
        return partners.stream()
                .collect(Collectors.groupingBy(
                        partner -> "%-12s %s"
                                .formatted(
                                        partner.path("status").asText("-"),
                                        partner.path("tier").asText("-")),
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** All pages of a list. */
    private List<JsonNode> list(AllianceService service, String path) {
        var items = new ArrayList<JsonNode>();
        String next = null;
        do {
            String page =
                    path + (path.contains("?") ? "&" : "?") + "limit=200" + (next == null ? "" : "&cursor=" + next);
            JsonNode body = client.get(service, page).orThrow().body();
            body.path("items").forEach(items::add);
            next = body.path("nextCursor").asText(null);
        } while (next != null);
        return items;
    }
}
