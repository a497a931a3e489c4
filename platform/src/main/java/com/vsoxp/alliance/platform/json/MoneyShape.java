package com.vsoxp.alliance.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.platform.money.MoneyFields;
import com.vsoxp.alliance.platform.problem.FieldError;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Holds a JSON object against what money is. */
final class MoneyShape {

    /** Money as it travels. */
    record Text(String amount, String currency) {}

    private MoneyShape() {}

    /** Whether the object, whose fields are text or absent, is no money; notes why. */
    static boolean hasFaults(String pointer, JsonNode money, List<FieldError> errors) {
        Optional<String> amount = amount(JsonPointers.child(pointer, "amount"), money.get("amount"), errors);
        Optional<Currency> currency = currency(JsonPointers.child(pointer, "currency"), money.get("currency"), errors);
        if (amount.isEmpty() || currency.isEmpty()) {
            return true;
        }
        Optional<String> fault = MoneyFields.scaleFault(amount.get(), currency.get());
        fault.ifPresent(
                detail -> errors.add(new FieldError(JsonPointers.child(pointer, "amount"), "WRONG_SCALE", detail)));
        return fault.isPresent();
    }

    private static Optional<String> amount(String pointer, JsonNode amount, List<FieldError> errors) {
        if (isMissing(pointer, amount, errors)) {
            return Optional.empty();
        }
        if (!MoneyFields.isPlainDecimal(amount.textValue())) {
            errors.add(new FieldError(pointer, "INVALID_AMOUNT", "must be a plain decimal such as 500.00."));
            return Optional.empty();
        }
        return Optional.of(amount.textValue());
    }

    private static Optional<Currency> currency(String pointer, JsonNode code, List<FieldError> errors) {
        if (isMissing(pointer, code, errors)) {
            return Optional.empty();
        }
        Optional<Currency> currency = MoneyFields.currency(code.textValue());
        if (currency.isEmpty()) {
            errors.add(new FieldError(pointer, "UNKNOWN_CURRENCY", "must be a currency code of ISO 4217."));
        }
        return currency;
    }

    // A field of a wrong type was noted already, and is left out here.
    private static boolean isMissing(String pointer, JsonNode field, List<FieldError> errors) {
        if (field != null && !field.isNull()) {
            return false;
        }
        if (errors.stream().noneMatch(error -> error.pointer().equals(pointer))) {
            errors.add(new FieldError(pointer, "REQUIRED", "must be given."));
        }
        return true;
    }
}
