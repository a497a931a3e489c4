package com.vsoxp.alliance.benefits.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Words quotes as callers read them. */
@ApplicationScoped
class QuoteAnswers {

    private final ObjectMapper json;

    QuoteAnswers(ObjectMapper json) {
        this.json = json;
    }

    QuoteAnswer of(Quote quote) {
        try {
            return new QuoteAnswer(quote, "/v1/quotes/" + quote.id, json.writeValueAsBytes(QuoteView.of(quote)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quote cannot be written as JSON", e);
        }
    }
}
