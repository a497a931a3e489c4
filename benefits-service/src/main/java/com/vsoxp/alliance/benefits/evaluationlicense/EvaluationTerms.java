package com.vsoxp.alliance.benefits.evaluationlicense;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a program manager granted one partner instead of what is granted to all. */
@Entity
@Table(name = "evaluation_terms")
public class EvaluationTerms extends PanacheEntityBase {

    /** Beyond that nobody can be said to evaluate. */
    static final int MOST_AT_ONCE = 1_000;

    /** Well below the longest time for which anything is signed. */
    static final int LONGEST_DAYS = 366;

    @Id
    public UUID partnerId;

    public int mostAtOnce;

    public int validForDays;

    public String reason;

    public String setBy;

    public Instant setAt;

    /** Counts the times it was set. */
    public long version;

    static EvaluationTerms of(UUID partnerId) {
        var terms = new EvaluationTerms();
        terms.partnerId = partnerId;
        return terms;
    }
}
