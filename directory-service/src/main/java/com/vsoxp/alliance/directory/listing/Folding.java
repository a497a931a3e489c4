package com.vsoxp.alliance.directory.listing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Text without case, accents and signs, so that people find {@code Łódź Büro-Hilfe} by typing {@code lodz buro hilfe}.
 *
 * <p>Done here and not in the database, so that texts, questions and slugs are folded by one rule.
 */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** Letters that Unicode does not decompose, and the alphabets that a Latin keyboard spells out. */
    private static final Map<Integer, String> SPELLED = spelled("""
            ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ n \
            а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh \
            щ shch ъ  ы y ь  э e ю yu я ya є ye ґ g ђ dj љ lj њ nj ћ c џ dz \
            α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o""");

    private Folding() {}

    /** The words of the text, folded and parted by single spaces; empty, if it has none. */
    public static String fold(String text) {
        var spelled = text.strip()
                .toLowerCase(Locale.ROOT)
                .transform(lower -> Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .transform(decomposed -> MARKS.matcher(decomposed).replaceAll(""))
                .codePoints()
                .mapToObj(letter -> SPELLED.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
        return NO_WORD.matcher(spelled).replaceAll(" ").strip();
    }

    /** The folded words of the text. */
    public static List<String> words(String text) {
        var folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    private static Map<Integer, String> spelled(String table) {
        var cells = table.split(" ", -1);
        return IntStream.iterate(0, i -> i + 1 < cells.length, i -> i + 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> cells[i].codePointAt(0), i -> cells[i + 1]));
    }
}
