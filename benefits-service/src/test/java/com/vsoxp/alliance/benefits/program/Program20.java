package com.vsoxp.alliance.benefits.program;

import com.vsoxp.alliance.benefits.program.BenefitMatrix.Benefit;
import com.vsoxp.alliance.benefits.program.BenefitValue.Percent;
import com.vsoxp.alliance.benefits.program.BenefitValue.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The benefit table of the source document, "Partner Benefits", and variations of it. */
public final class Program20 {

    public static final String VERSION = "2.0";
    public static final String RESELLER = "RESELLER";
    public static final String PREMIER = "PREMIER";

    private Program20() {}

    public static BenefitMatrix matrix() {
        return matrix(VERSION, "33");
    }

    /** The same table under another version, which cuts its days in another time zone. */
    public static BenefitMatrix matrixIn(String version, ZoneId zone) {
        return new BenefitMatrix(version, zone, LocalDate.of(2004, 1, 1), matrix().benefits());
    }

    /** The same table under another version, with another premier discount on licenses. */
    public static BenefitMatrix matrix(String version, String premierDiscount) {
        return new BenefitMatrix(
                version,
                ZoneOffset.UTC,
                LocalDate.of(2004, 1, 1),
                List.of(
                        row("LICENSE_DISCOUNT", percent("25"), percent(premierDiscount)),
                        row("EVALUATION_LICENSE", Term.NOT_AVAILABLE, Term.INCLUDED),
                        row("TECHNICAL_SUPPORT", Term.FEE_BASED, Term.INCLUDED),
                        row("TRAINING_DISCOUNT", Term.NOT_AVAILABLE, percent("50")),
                        row("SUPPORT_PORTAL", Term.INCLUDED, Term.INCLUDED),
                        row("LOGO_USE", Term.INCLUDED, Term.INCLUDED),
                        row("DIRECTORY_LISTING", Term.INCLUDED, Term.INCLUDED)));
    }

    public static Percent percent(String percent) {
        return new Percent(new BigDecimal(percent));
    }

    private static Benefit row(String code, BenefitValue reseller, BenefitValue premier) {
        return new Benefit(code, code, Map.of(RESELLER, reseller, PREMIER, premier));
    }
}
