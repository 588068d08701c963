package pl.otwartagmina.identity.internal.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.identity.internal.Hmac;
import pl.otwartagmina.identity.internal.audit.AuditTables.Kept;
import pl.otwartagmina.identity.internal.audit.AuditTables.Seal;

/**
 * How a seal is made: HMAC-SHA-256, under a secret that is not in the database, over the seal before, the number and every
 * field of the record. Whoever has the database alone can neither change a record nor make the chain anew.
 */
record Sealing(Hmac hmac) {
    /** The next link, after one of this number and value (0 and empty at the beginning). */
    Seal next(long numberBefore, String sealBefore, Kept record) {
        long number = numberBefore + 1;
        return new Seal(number, record.id(), HexFormat.of().formatHex(hmac.of(bytes(number, sealBefore, record))));
    }

    /** Each text with its length before it: no two records have the same bytes. */
    private static byte[] bytes(long number, String sealBefore, Kept record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(sealBefore);
            out.writeLong(number);
            out.writeLong(record.id());
            out.writeLong(record.at().getEpochSecond());
            out.writeInt(record.at().getNano());
            AuditRecord act = record.act();
            for (String text : List.of(
                    act.actor(),
                    act.onBehalfOf(),
                    act.action(),
                    act.objectType(),
                    act.objectId(),
                    act.reason(),
                    act.result().name(),
                    act.origin().address(),
                    act.origin().session())) {
                out.writeUTF(text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
