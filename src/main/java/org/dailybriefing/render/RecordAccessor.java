package org.dailybriefing.render;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;

/** Reads the components of records in templates. The framework's own way looks for the method anew each time, which takes half of a render. */
final class RecordAccessor implements PropertyAccessor {

    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            var components = new HashMap<String, Method>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                components.put(component.getName(), accessor);
            }
            return components;
        }
    };

    @Override
    public Class<?>[] getSpecificTargetClasses() {
        return new Class<?>[] {Record.class};
    }

    @Override
    public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
        return target instanceof Record && COMPONENTS.get(target.getClass()).containsKey(name);
    }

    @Override
    public TypedValue read(EvaluationContext context, @Nullable Object target, String name) throws AccessException {
        Method accessor =
                target instanceof Record ? COMPONENTS.get(target.getClass()).get(name) : null;
        if (accessor == null) {
            throw new AccessException("nothing here is called " + name);
        }
        try {
            Object value = accessor.invoke(target);
            return value == null ? TypedValue.NULL : new TypedValue(value);
        } catch (ReflectiveOperationException e) {
            throw new AccessException(name + " cannot be read", e);
        }
    }

    @Override
    public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
        return false;
    }

    @Override
    public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value)
            throws AccessException {
        throw new AccessException("templates only read");
    }
}
