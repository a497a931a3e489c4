package com.vsoxp.alliance.partner.partner.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The words that are searched for, the longest first. A partner is found if each of them begins a word of its names, or is
 * similar to one.
 */
record Words(List<Word> words) {

    private static final int MAX_WORDS = 10;

    /** The character that sorts after all others. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * A word without case and accents.
     *
     * @param number its place among the words, by which its parameters are named
     * @param similar the known words that it may stand for, though they do not begin with it
     */
    record Word(int number, String text, String[] similar) {

        /** Whether the word {@code w} is meant. */
        Sql meant() {
            return bind("(starts_with(w, :word#) or w = any (:similar#))");
        }

        /** The ids of all partners that it finds. */
        Sql ids() {
            return bind("""
                    select x.partner_id as id from partner_word x where x.word >= :word# and x.word < :end#
                    union all
                    select x.partner_id from partner_word x where x.word = any (:similar#)""").with("end" + number, end());
        }

        /** Sorts after every word that begins with this one. */
        String end() {
            return text + LAST;
        }

        private Sql bind(String sql) {
            return new Sql(sql.replace("#", String.valueOf(number)))
                    .with("word" + number, text)
                    .with("similar" + number, similar);
        }
    }

    /** The words of a text. */
    static Words of(String text) {
        List<Object[]> rows = new Sql("""
                select w, similar_words(w) from unnest(search_words(:text)) w
                group by w order by length(w) desc, w limit\s""" + MAX_WORDS).with("text", text).rows();
        return new Words(IntStream.range(0, rows.size())
                .mapToObj(i -> new Word(i, (String) rows.get(i)[0], (String[]) rows.get(i)[1]))
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The longest: most often the rarest. */
    Word lead() {
        return words.getFirst();
    }

    /** The condition on {@code p}. */
    Sql matched() {
        Sql condition = new Sql("true");
        words.forEach(word -> condition
                .add(" and exists (select from unnest(p.words) w where ")
                .add(word.meant())
                .add(")"));
        return condition;
    }
}
