package com.vsoxp.alliance.partner.partner.search;

import com.vsoxp.alliance.platform.paging.Cursor;
import java.util.Optional;
import java.util.UUID;

/**
 * The order of likeness to the leading word: first those with a word that begins with it, the very word before longer ones,
 * then those with a similar word. The key is the best of a partner's words, after a digit that says which of the two.
 */
record ByLikeness(Words words) implements Order<String> {

    private static final String BEGINS_SO = "0";
    private static final String SIMILAR = "1";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Override
    public Class<String> keyType() {
        return String.class;
    }

    @Override
    public Position<String> start() {
        return new Position<>(BEGINS_SO + words.lead().text(), BEFORE_ALL);
    }

    @Override
    public Position<String> at(Cursor cursor) {
        return new Position<>(cursor.text(1), cursor.uuid(0));
    }

    @Override
    public Sql following(Position<String> position) {
        Sql range = begins(position)
                ? new Sql("select '0' || x.word as key, x.partner_id as id from partner_word x where x.word < :end")
                        .with("end", words.lead().end())
                : new Sql("select '1' || x.word as key, x.partner_id as id from partner_word x"
                                + " where x.word = any (:similar)")
                        .with("similar", words.lead().similar());
        return range.add(" and (x.word, x.partner_id) > (:word, :id) order by x.word, x.partner_id")
                .with("word", position.key().substring(1))
                .with("id", position.id());
    }

    @Override
    public Optional<Position<String>> nextRange(Position<String> position) {
        return begins(position) && words.lead().similar().length > 0
                ? Optional.of(new Position<>(SIMILAR, BEFORE_ALL))
                : Optional.empty();
    }

    @Override
    public Sql key() {
        return new Sql("(select min((case when starts_with(w, :lead) then '0' else '1' end || w) collate \"C\")"
                        + " from unnest(p.words) w where ")
                .add(words.lead().meant())
                .add(")")
                .with("lead", words.lead().text());
    }

    private static boolean begins(Position<String> position) {
        return position.key().startsWith(BEGINS_SO);
    }
}
