package com.vsoxp.alliance.partner;

import static io.restassured.RestAssured.given;

import com.vsoxp.alliance.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The service as its callers use it, with what most tests need to have before they begin. */
public final class Api {

    private Api() {}

    /** A request by a CRM system. */
    public static RequestSpecification crm() {
        return as(Tokens.crm());
    }

    /** A request by a program manager. */
    public static RequestSpecification manager() {
        return as(Tokens.programManager());
    }

    /** A request by an auditor. */
    public static RequestSpecification auditor() {
        return as(Tokens.auditor());
    }

    /** A request by that partner itself. */
    public static RequestSpecification partner(UUID id) {
        return as(Tokens.partner(id));
    }

    /** A request with a JSON body under the token. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A registered partner that has not applied for anything. */
    public static UUID registered() {
        return registered("Northwind Help Desk");
    }

    /** A registered partner of that name. */
    public static UUID registered(String name) {
        Response response = crm().body("{\"name\": \"%s\", \"country\": \"DE\"}".formatted(name))
                .post("/v1/partners");
        return UUID.fromString(response.then().statusCode(201).extract().path("id"));
    }

    /** A partner that has applied for a tier. */
    public static UUID applicant(String tier) {
        UUID id = registered();
        crm().body("{\"tier\": \"%s\"}".formatted(tier))
                .post("/v1/partners/{id}/enrollment", id)
                .then()
                .statusCode(201);
        return id;
    }

    /** A sale of this many licenses, as JSON. */
    public static String sale(UUID partner, String order, int licenses) {
        return """
                {"partnerId": "%s", "orderNumber": "%s", "licenses": %d, "product": "VSO-XP",
                 "listTotal": {"amount": "14985.00", "currency": "USD"},
                 "netTotal": {"amount": "11238.75", "currency": "USD"}, "soldOn": "2026-03-02"}""".formatted(partner, order, licenses);
    }

    /** An order number that no other test uses. */
    public static String order() {
        return "SO-" + UUID.randomUUID();
    }

    /** What each of several callers gets who all call at once. */
    public static <T> List<T> atOnce(int callers, IntFunction<T> call) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(callers);
        try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            List<Callable<T>> calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(i -> () -> {
                        start.await();
                        return call.apply(i);
                    })
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
