package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;

/** Shows that the servlet works until the shell's real parts are here. */
final class Placeholder {
    private Placeholder() {}

    /** The page. */
    @Push
    @Component(service = AppShellConfigurator.class, property = "portal.shell=true")
    public static final class Page implements AppShellConfigurator {}

    /** Flow's own instantiator. */
    @Component(property = "portal.shell=true")
    public static final class Instantiators implements InstantiatorFactory {
        @Override
        public Instantiator createInstantitor(VaadinService service) {
            return new DefaultInstantiator(service);
        }
    }

    /** Registers the one route. */
    @Component(property = "portal.shell=true")
    public static final class Start implements VaadinServiceInitListener {
        @Override
        public void serviceInit(ServiceInitEvent event) {
            var routes = RouteConfiguration.forApplicationScope();
            routes.setRoute("", Home.class);
            routes.setRoute("list", Listing.class);
        }
    }

    /** A page without anything heavy. */
    public static final class Home extends VerticalLayout {
        public Home() {
            add(new H1("Otwarta Gmina"), new Button("Dalej", VaadinIcon.ARROW_RIGHT.create()));
        }
    }

    /** A page with what is heavy, and a push. */
    public static final class Listing extends VerticalLayout {
        public Listing() {
            var pushed = new Span("waiting");
            pushed.setId("pushed");
            var grid = new Grid<Integer>();
            grid.addColumn(i -> i).setHeader("Numer").setSortable(true);
            grid.addColumn(i -> i + ",00 zł").setHeader("Kwota");
            grid.setItems(IntStream.rangeClosed(1, 200).boxed().toList());
            var combo = new ComboBox<String>("Rok");
            combo.setItems("2024", "2025", "2026");
            combo.setValue("2025");
            add(pushed, combo, grid);
            var ui = UI.getCurrent();
            CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                    .execute(() -> ui.access(() ->
                            pushed.setText("pushed " + ui.getPushConfiguration().getTransport())));
        }
    }
}
