package com.vsoxp.alliance.local.demo.plot;

import com.vsoxp.alliance.local.demo.plot.Act.Person;
import com.vsoxp.alliance.local.demo.plot.Act.Story;
import java.util.Locale;
import java.util.Random;

/** Invented people and customers, drawn in an order that a seed fixes. */
final class Texts {

    private static final String[] FIRST = {
        "Ada", "Bruno", "Chiara", "Dario", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jonas", "Kemi", "Liv", "Marek",
        "Nadia", "Oskar", "Petra", "Quentin", "Rosa", "Sanna", "Tomas", "Uma", "Vera", "Wanda", "Yusuf", "Zoe"
    };
    private static final String[] LAST = {
        "Abara", "Berg", "Castel", "Dorn", "Eriksen", "Falk", "Gomes", "Haas", "Ito", "Jansen", "Kaya", "Lund",
        "Moreau", "Nowak", "Okafor", "Pereira", "Quist", "Rossi", "Silva", "Tanaka", "Urban", "Vogel", "Weiss",
        "Yilmaz", "Zeman"
    };
    private static final String[] CUSTOMERS = {
        "Harborview Clinics", "Lindqvist Timber", "Orchard Mutual", "Blue Heron Ferries", "Castellan Foods",
                "Pinewood Schools",
        "Meridian Freight", "Quarry Hill Cement", "Silverbirch Energy", "Tidewater Savings", "Novacell Mobile",
                "Granite Peak Resorts"
    };
    private static final String[] TITLES = {
        "%s answers in minutes what took a day",
        "How %s closed its backlog of a year",
        "One desk for all branches: %s",
        "%s lets its customers help themselves",
        "Night shifts without night calls at %s"
    };

    private final Random random;
    private final String domain;

    Texts(Random random, String domain) {
        this.random = random;
        this.domain = domain;
    }

    Person person() {
        String first = pick(FIRST);
        String last = pick(LAST);
        return new Person(first + " " + last, (first + "." + last).toLowerCase(Locale.ROOT) + "@" + domain);
    }

    Story story() {
        String customer = pick(CUSTOMERS);
        int percent = 20 + 5 * random.nextInt(10);
        return new Story(
                pick(TITLES).formatted(customer),
                customer,
                customer + " put VSO-XP to work, and " + percent + "% of its questions now answer themselves.",
                "Before, every question at " + customer
                        + " came by telephone and was written down on paper. The help desk was "
                        + "set up in six weeks, together with the people who use it. Since then " + percent
                        + "% of all questions are answered without anybody's help, and the rest reach the right person at once.");
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
