package com.vsoxp.alliance.bench.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** Files as a CRM exports them: every partner with a full profile, and a sale of each. */
final class ImportFiles {

    private static final String PARTNER = """
            {"name":"Northwind %1$d","legalName":"Northwind Systems %1$d GmbH","businessTypes":["SYSTEMS_INTEGRATOR"],\
            "description":"Builds and runs help desks of companies in region %2$d.","website":"https://northwind-%1$d.example/en",\
            "country":"%3$s","region":"Region %2$d","city":"City %2$d","location":{"latitude":48.137154,"longitude":11.576124},\
            "languages":["de","en"],"services":["DELIVERY","SUPPORT","IT_CONSULTING"],"verticals":["Retail","Logistics"],\
            "externalIds":{"salesforce":"001A%1$09d","sap":"%1$d"},"publicEmail":"partners@northwind-%1$d.example",\
            "publicPhone":"+49 89 %1$07d"}
            """;

    private static final String SALE = """
            {"partnerExternalId":{"system":"salesforce","id":"001A%09d"},"orderNumber":"SO-%d","product":"VSO-XP","licenses":3,\
            "listTotal":{"amount":"2997.00","currency":"USD"},"netTotal":{"amount":"2247.75","currency":"USD"},\
            "soldOn":"2026-03-02"}
            """;

    private static final String[] COUNTRIES = {"DE", "FR", "US", "JP", "BR", "ZA", "IN", "AU"};

    private final Path folder;
    private final int lines;

    ImportFiles(Path folder, int lines) {
        this.folder = folder;
        this.lines = lines;
    }

    Path partners() throws IOException {
        return write("partners.ndjson", i -> PARTNER.formatted(i, i % 500, COUNTRIES[i % COUNTRIES.length]));
    }

    /** In another order than the partners are: sales come as they were made. */
    Path sales() throws IOException {
        return write("sales.ndjson", i -> SALE.formatted((int) (i * 7_919L % lines), i));
    }

    private Path write(String name, IntFunction<String> line) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                out.write(line.apply(i));
            }
        }
        return file;
    }
}
