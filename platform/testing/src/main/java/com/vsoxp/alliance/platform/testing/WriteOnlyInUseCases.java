package com.vsoxp.alliance.platform.testing;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Query;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds writes outside of use cases. A method of an entity that writes is itself a write, so calling it from elsewhere is
 * found as well; so is setting an entity's field, which the database follows at the end of the transaction.
 */
final class WriteOnlyInUseCases extends ArchCondition<JavaClass> {

    private static final Map<Class<?>, Set<String>> WRITES = Map.of(
            PanacheEntityBase.class,
                    Set.of("persist", "persistAndFlush", "delete", "deleteAll", "deleteById", "update"),
            EntityManager.class, Set.of("persist", "merge", "remove"),
            Query.class, Set.of("executeUpdate"),
            java.sql.PreparedStatement.class, Set.of("executeUpdate", "executeBatch"),
            Outbox.class, Set.of("append"));

    private final Set<String> writingMethods = new HashSet<>();

    WriteOnlyInUseCases(JavaClasses classes) {
        super("write only in use cases");
        int known;
        do {
            known = writingMethods.size();
            classes.stream().filter(WriteOnlyInUseCases::isEntity).forEach(this::noteWritingMethods);
        } while (writingMethods.size() > known);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (isUseCase(type) || isEntity(type)) {
            return;
        }
        type.getAccessesFromSelf().stream()
                .filter(access -> isWrite(access) || setsEntity(access))
                .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
    }

    private void noteWritingMethods(JavaClass entity) {
        for (JavaCodeUnit method : entity.getCodeUnits()) {
            if (method.getAccessesFromSelf().stream().anyMatch(this::isWrite)) {
                writingMethods.add(entity.getName() + "." + method.getName());
            }
        }
    }

    private boolean isWrite(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return writingMethods.contains(owner.getName() + "." + access.getName())
                || WRITES.entrySet().stream()
                        .anyMatch(known -> owner.isAssignableTo(known.getKey())
                                && known.getValue().contains(access.getName()));
    }

    private static boolean setsEntity(JavaAccess<?> access) {
        return access instanceof JavaFieldAccess field
                && field.getAccessType() == JavaFieldAccess.AccessType.SET
                && isEntity(field.getTargetOwner());
    }

    private static boolean isUseCase(JavaClass type) {
        return outermost(type).isAnnotatedWith(UseCase.class);
    }

    private static boolean isEntity(JavaClass type) {
        JavaClass outermost = outermost(type);
        return outermost.isAnnotatedWith(Entity.class)
                || outermost.isAnnotatedWith(MappedSuperclass.class)
                || outermost.isAnnotatedWith(Embeddable.class);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(WriteOnlyInUseCases::outermost).orElse(type);
    }
}
