package pl.otwartagmina.testing.database;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Database.Product;

/** Repeats a test class on each product. */
final class EachDatabase implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<OnProduct> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(Product.values()).map(OnProduct::new);
    }

    /** The run of the class on one product. */
    private record OnProduct(Product product) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return "on " + product;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new DatabaseParameter(product));
        }
    }

    /** Makes the database when a constructor or a test asks for it; the store closes it with the test. */
    private record DatabaseParameter(Product product) implements ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(EachDatabase.class);

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Database.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(NAMESPACE).getOrComputeIfAbsent(product, TestDatabase::empty, TestDatabase.class);
        }
    }
}
