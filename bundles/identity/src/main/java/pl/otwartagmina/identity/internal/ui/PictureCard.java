package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.ui.FileField;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.Picture;
import pl.otwartagmina.identity.internal.Pictures;

/** The picture by which somebody is seen in the portal: to send one and to take it away. */
final class PictureCard extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient Pictures pictures;
    private final transient Acting acting;
    private final Div present = new Div();

    PictureCard(Texts texts, Pictures pictures, Acting acting) {
        this.texts = texts;
        this.pictures = pictures;
        this.acting = acting;
        addClassName("og-form");
        present.addClassName("og-role");
        add(
                present,
                new FileField(
                        texts,
                        "identity.picture.file",
                        Picture.LONGEST,
                        List.of("png", "jpg", "jpeg"),
                        (name, content) -> {
                            byte[] all = content.readAllBytes();
                            return () -> take(all);
                        }));
        texts.onLanguage(this::show);
    }

    private Optional<String> take(byte[] content) {
        try {
            pictures.set(acting, content);
            show();
            return Optional.empty();
        } catch (Picture.Unreadable unreadable) {
            return Optional.of(texts.get("identity.picture.unreadable"));
        }
    }

    private void show() {
        present.removeAll();
        String account = acting.person().map(Person::id).orElseThrow();
        pictures.of(account).ifPresent(picture -> {
            Image image = new Image(
                    DownloadHandler.fromInputStream(event -> {
                                event.getResponse().setHeader("Cache-Control", "no-store");
                                event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                                return new DownloadResponse(
                                        new ByteArrayInputStream(picture), "picture.jpg", "image/jpeg", picture.length);
                            })
                            .inline(),
                    texts.get("identity.picture.title"));
            image.addClassName("og-picture");
            Button remove = new Button(texts.get("identity.picture.remove"), click -> {
                pictures.remove(acting);
                show();
            });
            present.add(image, remove);
        });
        present.setVisible(present.getComponentCount() > 0);
    }
}
