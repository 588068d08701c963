package pl.otwartagmina.service.payments.internal.document;

import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.document.PdfPrinter;
import pl.otwartagmina.documents.internal.XhtmlPrinter;

/** The printer of the portal with its own texts and fonts, as it is in the container, where each bundle sees its own. */
final class DocumentsBundle extends URLClassLoader {
    private static final String OWN = "pl.otwartagmina.documents.";

    private DocumentsBundle() {
        super(
                new URL[] {
                    XhtmlPrinter.class.getProtectionDomain().getCodeSource().getLocation()
                },
                DocumentsBundle.class.getClassLoader());
    }

    static PdfPrinter printer() throws ReflectiveOperationException {
        return (PdfPrinter) new DocumentsBundle()
                .loadClass(XhtmlPrinter.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }
}
