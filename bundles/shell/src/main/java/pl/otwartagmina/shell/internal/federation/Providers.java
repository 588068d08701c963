package pl.otwartagmina.shell.internal.federation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.shell.internal.OpenBrowsers;
import pl.otwartagmina.shell.internal.layout.MainLayout;

/** The identity providers that integrations have registered; open sign-in pages follow them. */
@Component(service = {Providers.class, IdentityProviders.class})
public final class Providers implements IdentityProviders {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final Predicate<String> ID =
            Pattern.compile("[a-z][a-z0-9-]{1,39}").asMatchPredicate();

    private final OpenBrowsers browsers;
    private final List<Known> known = new CopyOnWriteArrayList<>();

    /** What a provider says of itself is asked once: it is another author's code. */
    private record Known(String id, int level, IdentityProvider provider) {}

    @Activate
    public Providers(@Reference OpenBrowsers browsers) {
        this.browsers = browsers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(IdentityProvider provider) {
        try {
            String id = provider.id();
            if (!ID.test(id) || find(id).isPresent()) {
                LOG.error("No sign-in by '{}': the id is taken, or is none", id);
                return;
            }
            known.add(new Known(id, provider.level().ordinal(), provider));
            tellBrowsers();
        } catch (RuntimeException failure) {
            LOG.error("An identity provider cannot say who it is", failure);
        }
    }

    void unbind(IdentityProvider provider) {
        if (known.removeIf(one -> one.provider() == provider)) {
            tellBrowsers();
        }
    }

    private void tellBrowsers() {
        browsers.forEach(ui -> MainLayout.of(ui).ifPresent(MainLayout::troubleChanged));
    }

    @Override
    public List<IdentityProvider> all() {
        return known.stream()
                .sorted(Comparator.comparing(Known::level).reversed().thenComparing(Known::id))
                .map(Known::provider)
                .toList();
    }

    @Override
    public Optional<IdentityProvider> find(String id) {
        return known.stream()
                .filter(one -> one.id().equals(id))
                .map(Known::provider)
                .findFirst();
    }
}
