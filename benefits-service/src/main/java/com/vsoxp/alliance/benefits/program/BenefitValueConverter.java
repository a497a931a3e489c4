package com.vsoxp.alliance.benefits.program;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a benefit's value as its one word. */
@Converter(autoApply = true)
public class BenefitValueConverter implements AttributeConverter<BenefitValue, String> {

    @Override
    public String convertToDatabaseColumn(BenefitValue value) {
        return value == null ? null : value.text();
    }

    @Override
    public BenefitValue convertToEntityAttribute(String text) {
        return text == null ? null : BenefitValue.parse(text);
    }
}
