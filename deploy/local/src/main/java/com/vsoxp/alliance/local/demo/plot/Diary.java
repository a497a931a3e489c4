package com.vsoxp.alliance.local.demo.plot;

import com.vsoxp.alliance.local.demo.plot.Act.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Collects what happens to one partner. Months are counted from the beginning of the year. */
final class Diary {

    private static final int DAYS_IN_A_MONTH = 30;

    private final Year year;
    private final Random random;
    private final Texts texts;
    private final List<Scene> scenes = new ArrayList<>();
    private int orders;

    Diary(CastMember member, Year year) {
        this.year = year;
        this.random = new Random(member.key().hashCode());
        this.texts = new Texts(random, member.domain());
    }

    /** Everything in the order of the months; what is in one month stays in the order it was written down. */
    List<Scene> scenes() {
        return scenes.stream().sorted(Comparator.comparing(Scene::month)).toList();
    }

    Diary register(int month) {
        return add(month, new Act.Register());
    }

    Diary apply(int month, String tier) {
        return add(month, new Act.Apply(tier)).add(month, new Act.Authorize(texts.person()));
    }

    Diary payFee(int month) {
        return add(month, new Act.PayFee(year.after(month)));
    }

    Diary attest(int month, String kind) {
        return add(month, new Act.Attest(kind, true, null));
    }

    Diary attestUntil(int month, String kind, int lastMonth) {
        return add(month, new Act.Attest(kind, true, year.after(lastMonth)));
    }

    Diary claimInVain(int month, String kind) {
        return add(month, new Act.Attest(kind, false, null));
    }

    Diary hire(int month) {
        return add(month, new Act.Hire(texts.person(), year.after(month), null));
    }

    Diary hireUntilExpiry(int month, int lastMonth) {
        return add(month, new Act.Hire(texts.person(), year.after(month), year.after(lastMonth)));
    }

    Diary hireAndLose(int month, int lastMonth) {
        Person person = texts.person();
        return add(month, new Act.Hire(person, year.after(month), null))
                .add(lastMonth, new Act.Depart(person, year.after(lastMonth)));
    }

    Diary publish(int... months) {
        for (int month : months) {
            add(month, new Act.Publish(texts.story()));
        }
        return this;
    }

    /** One order, on a day of the month that ends then. */
    Diary sell(int month, int licenses) {
        LocalDate day = year.after(month).minusDays(random.nextInt(DAYS_IN_A_MONTH));
        return add(month, new Act.Sell(++orders, licenses, day));
    }

    /** Orders in every month from one to another: at least one and so many at most, each of so many licenses at most. */
    Diary sellMonthly(int from, int to, int mostOrders, int mostLicenses) {
        for (int month = from; month <= to; month++) {
            int count = 1 + random.nextInt(mostOrders);
            for (int i = 0; i < count; i++) {
                sell(month, 1 + random.nextInt(mostLicenses));
            }
        }
        return this;
    }

    /** Takes back licenses of the latest order. */
    Diary reverse(int month, int licenses, String reason) {
        return add(month, new Act.Reverse(orders, licenses, reason));
    }

    Diary move(int month, String move, String reason) {
        return add(month, new Act.Move(move, reason));
    }

    private Diary add(int month, Act act) {
        scenes.add(new Scene(month, act));
        return this;
    }
}
