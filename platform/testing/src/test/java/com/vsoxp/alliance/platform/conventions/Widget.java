package com.vsoxp.alliance.platform.conventions;

import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;

/** Something to create, read, change and list. */
@Entity
public class Widget extends PanacheEntityBase {

    /** What a widget may look like. */
    public enum Color {
        RED,
        BLUE
    }

    @Id
    public UUID id;

    public String name;

    @Enumerated(EnumType.STRING)
    public Color color;

    @Version
    public long version;

    static Widget must(UUID id) {
        return Widget.<Widget>findByIdOptional(id).orElseThrow(() -> Problems.notFound("widget", id));
    }

    static List<Widget> after(PageRequest page) {
        return page.cursor()
                .map(Cursor.class::cast)
                .map(cursor -> Widget.<Widget>find("name > ?1 order by name", cursor.text(0)))
                .orElseGet(() -> find("order by name"))
                .range(0, page.limit())
                .list();
    }
}
