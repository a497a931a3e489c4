package com.vsoxp.alliance.partner.deal.conflict;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What two writings of one company have in common.
 *
 * @param name its name without case, accents, punctuation and legal form
 * @param host its web host without {@code www}; null if its website is not known
 */
public record CustomerKey(String name, String host) {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "ag",
            "aps",
            "as",
            "asa",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "eg",
            "ek",
            "ev",
            "gbr",
            "gmbh",
            "inc",
            "incorporated",
            "kft",
            "kg",
            "kgaa",
            "kk",
            "limited",
            "llc",
            "llp",
            "lp",
            "ltd",
            "ltda",
            "mbh",
            "nv",
            "ohg",
            "oy",
            "oyj",
            "plc",
            "pte",
            "pty",
            "pvt",
            "sa",
            "sarl",
            "sas",
            "se",
            "sl",
            "spa",
            "srl",
            "sro",
            "ug");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES_AND_DOTS = Pattern.compile("['’.]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The key of a company with this name and the host of its website, which may be null. */
    public static CustomerKey of(String name, String host) {
        return new CustomerKey(nameKey(name), host == null ? null : hostKey(host));
    }

    /** A name as names are compared: {@code Müller & Söhne GmbH} as {@code muller sohne}. */
    public static String nameKey(String name) {
        String letters = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l");
        // S.A. is SA.
        String joined = APOSTROPHES_AND_DOTS.matcher(letters).replaceAll("");
        String words = NO_WORD.matcher(joined).replaceAll(" ").strip();
        return words.isEmpty() ? name.strip() : withoutLegalForm(words);
    }

    private static String withoutLegalForm(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        return String.join(" ", words);
    }

    private static String hostKey(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
    }
}
