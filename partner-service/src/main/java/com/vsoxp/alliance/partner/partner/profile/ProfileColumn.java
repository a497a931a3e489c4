package com.vsoxp.alliance.partner.partner.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/**
 * Keeps a profile as one JSON document. A field that is no longer known is skipped on reading, so that an older replica
 * reads what a newer one wrote.
 */
@Converter
@Immutable
public class ProfileColumn implements AttributeConverter<PartnerProfile, String> {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public String convertToDatabaseColumn(PartnerProfile profile) {
        return write(profile);
    }

    @Override
    public PartnerProfile convertToEntityAttribute(String column) {
        return read(column);
    }

    public static String write(PartnerProfile profile) {
        try {
            return JSON.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile cannot be written as JSON", e);
        }
    }

    public static PartnerProfile read(String column) {
        try {
            return JSON.readValue(column, PartnerProfile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored profile cannot be read", e);
        }
    }
}
