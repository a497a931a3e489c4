-- Whether a word begins another one is a look at what follows it, letter by letter.
create index listing_word_in_order on listing_word (word collate "C");
