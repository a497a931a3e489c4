package com.vsoxp.alliance.partner.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** Reads the details of an audit entry, a JSON document. */
@Converter
@Immutable
public class DetailsColumn implements AttributeConverter<Map<String, Object>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, Object> details) {
        throw new UnsupportedOperationException("Only NoteInAudit writes into the audit");
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details in the audit cannot be read", e);
        }
    }
}
