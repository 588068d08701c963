package pl.otwartagmina.shell.internal.gmina;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.shell.internal.text.PortalTexts;

/** The office that runs this portal: its settings and its theme, as they are now. */
@Component(
        service = {Gmina.class, Office.class},
        configurationPid = "pl.otwartagmina.shell")
@Designate(ocd = GminaConfig.class)
public final class Gmina implements Office {
    private static final Logger LOG = LoggerFactory.getLogger(Gmina.class);

    private final Themes themes;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile GminaConfig config;

    @Activate
    public Gmina(@Reference Themes themes, GminaConfig config) {
        this.themes = themes;
        this.config = config;
        themes.onChange(this::changed);
        warnOfNip();
    }

    @Modified
    void modified(GminaConfig now) {
        config = now;
        warnOfNip();
        changed();
    }

    private void warnOfNip() {
        if (!config.nip().isBlank() && nip().isEmpty()) {
            LOG.warn("nip of pl.otwartagmina.shell.cfg is no NIP; transfers and receipts go without it");
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Told when settings or theme change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public GminaConfig settings() {
        return config;
    }

    /** The gmina's own theme; the base theme while its bundle is not there. */
    public Theme theme() {
        return themes.find(config.theme()).orElseGet(themes::base);
    }

    /** Style sheets of a page, in order: the base, then what the gmina sets. */
    public List<String> styleSheets() {
        Theme base = themes.base();
        Theme own = theme();
        return own.equals(base)
                ? base.styleSheets()
                : Stream.concat(base.styleSheets().stream(), own.styleSheets().stream())
                        .toList();
    }

    @Override
    public String name(Locale locale) {
        return theme().text("name", locale);
    }

    @Override
    public URI portal() {
        String url = config.publicUrl().strip();
        return URI.create(url.endsWith("/") ? url : url + "/");
    }

    @Override
    public String controller() {
        return config.controller();
    }

    @Override
    public String dataProtectionOfficer() {
        return config.dataProtectionOfficer();
    }

    @Override
    public String address() {
        return config.address().strip();
    }

    @Override
    public Optional<Nip> nip() {
        return nip(config.nip());
    }

    /** As operators write it; what is none is none, because the portal works without it. */
    static Optional<Nip> nip(String typed) {
        try {
            return Optional.of(typed.replaceAll("[\\s-]", ""))
                    .filter(digits -> !digits.isEmpty())
                    .map(Nip::new);
        } catch (InvalidNumber wrong) {
            return Optional.empty();
        }
    }

    /** The line below the name. */
    public String subtitle(Locale locale) {
        return theme().text("subtitle", locale);
    }

    /** Warning for all pages. */
    public Optional<String> banner(Locale locale) {
        String text = locale.equals(PortalTexts.UKRAINIAN)
                ? config.bannerUk()
                : locale.equals(PortalTexts.ENGLISH) ? config.bannerEn() : config.bannerPl();
        return Stream.of(text, config.bannerPl()).filter(t -> !t.isBlank()).findFirst();
    }

    /** Logos of the footer, in order. */
    public List<Logo> logos() {
        return Stream.of(config.logos())
                .flatMap(line -> Logo.parse(line).stream())
                .toList();
    }
}
