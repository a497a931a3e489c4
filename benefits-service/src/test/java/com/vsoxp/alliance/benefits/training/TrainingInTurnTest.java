package com.vsoxp.alliance.benefits.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.benefits.Overlapping;
import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.benefits.quote.Quote;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas book, or cancel, the training of one quote at the same time. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class TrainingInTurnTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String BY = "crm-test";

    @Inject
    BookTraining bookTraining;

    @Inject
    CancelTraining cancelTraining;

    @Inject
    Overlapping overlapping;

    private Quote quote;

    @BeforeEach
    void trainingIsQuoted() {
        Said.program();
        var id = quoted(Partners.premier());
        quote = QuarkusTransaction.requiringNew().call(() -> Quote.findById(id));
    }

    @Test
    void whoBooksSecondWaitsAndIsGivenTheFirstBooking() throws Exception {
        var second = new AtomicReference<BookTraining.Booked>();

        overlapping.run(this::book, () -> second.set(book()));

        assertThat(second.get().isNew()).isFalse();
    }

    @Test
    void whoCancelsSecondWaitsAndFindsNothing() {
        book();

        assertThatThrownBy(() -> overlapping.run(this::cancel, this::cancel))
                .rootCause()
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.NOT_FOUND));
    }

    private BookTraining.Booked book() {
        return bookTraining.book(quote, TODAY, Optional.empty(), BY);
    }

    private void cancel() {
        cancelTraining.cancel(quote, "Nobody can come", BY);
    }

    private static UUID quoted(UUID partner) {
        var line = Map.of(
                "kind",
                "TRAINING",
                "sku",
                "ADMIN-1",
                "quantity",
                3,
                "unitListPrice",
                Map.of("amount", "100.00", "currency", "USD"));
        return UUID.fromString(given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(Map.of("partnerId", partner, "lines", List.of(line)))
                .post("/v1/quotes")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
