package pl.otwartagmina.identity.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scanned document: what it was called, what it is, and its bytes. It is what its first bytes say, and its name says the
 * same, so that nobody is handed anything else to open.
 */
public record Scan(String name, Type type, byte[] content) {
    /** Bytes that a scan may have. */
    public static final int LONGEST = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 100;

    /** What it may be. */
    public enum Type {
        PDF("application/pdf", List.of("pdf"), '%', 'P', 'D', 'F', '-'),
        JPEG("image/jpeg", List.of("jpg", "jpeg"), 0xFF, 0xD8, 0xFF),
        PNG("image/png", List.of("png"), 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

        private final String mediaType;
        private final List<String> extensions;
        private final byte[] beginning;

        Type(String mediaType, List<String> extensions, int... beginning) {
            this.mediaType = mediaType;
            this.extensions = extensions;
            this.beginning = new byte[beginning.length];
            for (int i = 0; i < beginning.length; i++) {
                this.beginning[i] = (byte) beginning[i];
            }
        }

        public String mediaType() {
            return mediaType;
        }

        /** How names of such files end, without a dot. */
        public List<String> extensions() {
            return extensions;
        }

        /** What a file of these bytes is. */
        static Optional<Type> of(byte[] content) {
            return Arrays.stream(values())
                    .filter(type -> Arrays.mismatch(type.beginning, content) == type.beginning.length)
                    .findFirst();
        }
    }

    /** Why a file is refused. */
    public enum Fault {
        EMPTY,
        TOO_LARGE,
        /** Neither of the types. */
        TYPE,
        /** It is something else than its name says. */
        NAME
    }

    public Scan {
        Optional<Fault> fault = fault(name, content);
        if (fault.isPresent() || Type.of(content).filter(type::equals).isEmpty()) {
            throw new IllegalArgumentException("No scan: " + fault);
        }
        name = fitting(name);
    }

    /** Of a file that has no fault. */
    public static Scan of(String name, byte[] content) {
        return new Scan(name, Type.of(content).orElseThrow(IllegalArgumentException::new), content);
    }

    /** Why a file is none. */
    public static Optional<Fault> fault(String name, byte[] content) {
        if (content.length == 0) {
            return Optional.of(Fault.EMPTY);
        }
        if (content.length > LONGEST) {
            return Optional.of(Fault.TOO_LARGE);
        }
        Optional<Type> type = Type.of(content);
        if (type.isEmpty()) {
            return Optional.of(Fault.TYPE);
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return type.get().extensions().contains(extension) ? Optional.empty() : Optional.of(Fault.NAME);
    }

    /** Without folders and signs that a file system may mind, and short enough to be kept. */
    private static String fitting(String name) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*;]", "_")
                .strip();
        int dot = plain.lastIndexOf('.');
        int end = Math.min(dot, LONGEST_NAME - (plain.length() - dot));
        return plain.substring(0, end) + plain.substring(dot);
    }

    /** Says what it is, and nothing of it. */
    @Override
    public String toString() {
        return "Scan[" + type + ", " + content.length + " bytes]";
    }
}
