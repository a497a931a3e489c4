package com.vsoxp.alliance.partner.partner.search;

import com.vsoxp.alliance.partner.partner.Partner;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** A piece of SQL with the values of its parameters. */
final class Sql {

    private final StringBuilder text;
    private final Map<String, Object> parameters = new HashMap<>();

    Sql(String text) {
        this.text = new StringBuilder(text);
    }

    Sql add(String more) {
        text.append(more);
        return this;
    }

    Sql add(Sql more) {
        text.append(more.text);
        parameters.putAll(more.parameters);
        return this;
    }

    Sql with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** What it selects, as partners. */
    @SuppressWarnings("unchecked")
    List<Partner> partners() {
        return bound(session().createNativeQuery(text.toString(), Partner.class))
                .getResultList();
    }

    /** What it selects: a partner as {@code p} (which may be null), {@code list_key} and {@code list_id}. */
    @SuppressWarnings("unchecked")
    List<Object[]> partnersWithKeys(Class<?> keyType) {
        NativeQuery<Object[]> query = session()
                .createNativeQuery(text.toString(), Object[].class)
                .addEntity("p", Partner.class)
                .addScalar("list_key", keyType)
                .addScalar("list_id", UUID.class);
        return bound(query).getResultList();
    }

    /** What it selects, row by row. */
    @SuppressWarnings("unchecked")
    List<Object[]> rows() {
        return bound(session().createNativeQuery(text.toString(), Object[].class))
                .getResultList();
    }

    /** The one number that it selects. */
    long number() {
        return (Long)
                bound(session().createNativeQuery(text.toString(), Long.class)).getSingleResult();
    }

    private Query bound(Query query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static Session session() {
        return Partner.getEntityManager().unwrap(Session.class);
    }
}
