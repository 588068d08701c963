package pl.otwartagmina.service.payments.internal.ui;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletService;
import java.util.List;
import java.util.stream.Stream;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.service.payments.internal.TestTexts;

/** Shows the module's views without a browser, made by their factories as the shell makes them. */
public final class Browserless implements AutoCloseable {
    private final List<View<?>> views;
    private final Acting acting;

    public Browserless(List<View<?>> views, Acting acting) {
        this.views = views;
        this.acting = acting;
        MockVaadin.setup(MockedUI::new, new Servlet());
        UI.getCurrent().setLocale(acting.locale());
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        for (View<?> view : views) {
            routes.setRoute("e/payments" + (view.path().isEmpty() ? "" : "/" + view.path()), view.type());
        }
    }

    /** Goes to an address and gives what is shown there. */
    public Component open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
        return UI.getCurrent().getChildren().findFirst().orElseThrow();
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
    }

    private final class Servlet extends MockVaadinServlet {
        private static final long serialVersionUID = 1L;

        Servlet() {
            super(new Routes(), MockedUI::new);
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            MockService service = new MockService(this, configuration, MockedUI::new) {
                private static final long serialVersionUID = 1L;

                @Override
                public Instantiator getInstantiator() {
                    return new Factories(super.getInstantiator());
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }

    private final class Factories implements Instantiator {
        private static final long serialVersionUID = 1L;

        private final transient Instantiator others;

        Factories(Instantiator others) {
            this.others = others;
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            return views.stream()
                    .filter(view -> view.type() == type)
                    .findFirst()
                    .map(view -> type.cast(view.factory().apply(acting)))
                    .orElseGet(() -> others.getOrCreate(type));
        }

        @Override
        public <T extends com.vaadin.flow.component.HasElement> T createRouteTarget(
                Class<T> type, NavigationEvent event) {
            return getOrCreate(type);
        }

        @Override
        public <T extends Component> T createComponent(Class<T> type) {
            return others.createComponent(type);
        }

        @Override
        public Stream<VaadinServiceInitListener> getServiceInitListeners() {
            return others.getServiceInitListeners();
        }

        @Override
        public I18NProvider getI18NProvider() {
            return new TestTexts();
        }
    }
}
