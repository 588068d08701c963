package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file that somebody sends, chosen or dropped, and never more of it than it may hold. It is taken as soon as it is here;
 * whatever else stands in the form stays as it is. Keys: {@code <key>} is its label and {@code <key>.help} says what is taken,
 * with the most megabytes as argument 0. What is in the file is for the module to check.
 */
public final class FileField extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1024 * 1024;

    private final Texts texts;
    private final int largest;
    private final transient Taker taker;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Upload upload = new Upload();
    private final Button choose = new Button();

    /** Takes a file. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Reads the file, outside of the page, which goes on answering meanwhile.
         *
         * @param name as the sender's machine has it; nothing about it is certain
         * @param content fails with {@link TooLarge} where there is more than may be
         * @return what the page does then; it answers in words what is wrong with the file, empty if nothing is
         * @throws IOException if it cannot be read; the page says so, and it can be sent again
         */
        Supplier<Optional<String>> take(String name, InputStream content) throws IOException;
    }

    /** There is more of a file than may be. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A field that is empty.
     *
     * @param largest bytes
     * @param extensions of the files that are taken, without a dot; none for all
     */
    public FileField(Texts texts, String key, int largest, List<String> extensions, Taker taker) {
        this.texts = texts;
        this.largest = largest;
        this.taker = taker;
        addClassName("og-file");
        Span label = new Span();
        label.addClassName("og-file-label");
        Paragraph help = new Paragraph();
        help.addClassName("og-muted");
        texts.bind(label::setText, key);
        texts.bind(help::setText, key + ".help", largest / MEGABYTE);
        getElement().setAttribute("role", "group");
        texts.bind(words -> getElement().setAttribute("aria-label", words), key);
        upload.setUploadHandler(new Incoming());
        upload.setMaxFiles(1);
        upload.setMaxFileSize(largest);
        upload.setAcceptedFileTypes(extensions.stream().map(one -> "." + one).toArray(String[]::new));
        upload.setUploadButton(choose);
        upload.addFileRejectedListener(rejected -> trouble.say(rejected.getErrorMessage()));
        texts.onLanguage(this::speak);
        add(label, help, trouble, upload);
    }

    private void speak() {
        String sending = texts.get("portal.file.sending");
        String failed = texts.get("portal.file.failed");
        choose.setText(texts.get("portal.file.choose"));
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(texts.get("portal.file.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(texts.get("portal.file.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(texts.get("portal.file.one"))
                        .setFileIsTooBig(tooLarge())
                        .setIncorrectFileType(texts.get("portal.file.type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(sending)
                                .setStalled(texts.get("portal.file.stalled"))
                                .setProcessing(sending)
                                .setHeld(sending))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setRetry(texts.get("portal.file.retry"))
                        .setStart(texts.get("portal.file.send"))
                        .setRemove(texts.get("portal.file.remove"))));
    }

    private String tooLarge() {
        return texts.get("portal.file.large", largest / MEGABYTE);
    }

    private void arrived(Supplier<Optional<String>> then) {
        trouble.hide();
        upload.clearFileList();
        then.get().ifPresent(trouble::say);
    }

    private final class Incoming implements UploadHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            Supplier<Optional<String>> then;
            try {
                then = taker.take(event.getFileName(), new Bounded(event.getInputStream(), largest));
            } catch (TooLarge more) {
                then = () -> Optional.of(tooLarge());
            }
            Supplier<Optional<String>> last = then;
            event.getUI().access(() -> arrived(last));
        }

        /** More than may be, so that the page and not a broken connection says that it is too large. */
        @Override
        public long getRequestSizeMax() {
            return 2L * largest;
        }
    }

    /** Gives no more than it may, however much is sent. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream content, int largest) {
            super(content);
            this.left = largest;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }
}
