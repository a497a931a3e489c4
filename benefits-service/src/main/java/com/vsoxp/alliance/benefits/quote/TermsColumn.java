package com.vsoxp.alliance.benefits.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/**
 * Keeps the terms of a quote as one JSON document. A field that is no longer known is skipped on reading, so that an older
 * replica reads what a newer one wrote.
 */
@Converter
@Immutable
public class TermsColumn implements AttributeConverter<QuoteTerms, String> {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public String convertToDatabaseColumn(QuoteTerms terms) {
        try {
            return JSON.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The terms of a quote cannot be written as JSON", e);
        }
    }

    @Override
    public QuoteTerms convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, QuoteTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored terms of a quote cannot be read", e);
        }
    }
}
