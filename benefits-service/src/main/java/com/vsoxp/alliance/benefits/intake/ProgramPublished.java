package com.vsoxp.alliance.benefits.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.benefits.program.BenefitMatrix;
import com.vsoxp.alliance.benefits.program.BenefitValue;
import com.vsoxp.alliance.benefits.program.BenefitValue.Percent;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payload of {@code alliance.program.published}, as far as this service reads it. */
record ProgramPublished(Program program) {

    record Program(String version, String timeZone, LocalDate effectiveFrom, List<Benefit> benefits) {}

    record Benefit(String code, String title, Map<String, JsonNode> values) {

        BenefitMatrix.Benefit row() {
            if (code == null || title == null || values == null) {
                throw new PoisonEventException("a benefit needs a code, a title and values");
            }
            var cells = new LinkedHashMap<String, BenefitValue>();
            values.forEach((tier, value) -> cells.put(tier, valueOf(value)));
            return new BenefitMatrix.Benefit(code, title, cells);
        }
    }

    /** @throws PoisonEventException if the program is not one that benefits can be given by */
    BenefitMatrix matrix() {
        if (program == null || program.version == null || program.benefits == null) {
            throw new PoisonEventException("a published program needs a version and benefits");
        }
        try {
            var zone = program.timeZone == null ? "UTC" : program.timeZone;
            return new BenefitMatrix(
                    program.version,
                    ZoneId.of(zone),
                    program.effectiveFrom,
                    program.benefits.stream().map(Benefit::row).toList());
        } catch (DateTimeException noZone) {
            throw new PoisonEventException("the program's time zone is unknown: " + program.timeZone);
        }
    }

    private static BenefitValue valueOf(JsonNode value) {
        try {
            return value.path("percent").isNumber()
                    ? new Percent(value.get("percent").decimalValue())
                    : Term.valueOf(value.asText());
        } catch (IllegalArgumentException unknown) {
            throw new PoisonEventException("not a benefit's value: " + value);
        }
    }
}
