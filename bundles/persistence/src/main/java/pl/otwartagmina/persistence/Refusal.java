package pl.otwartagmina.persistence;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Why a database could not be entered, in one sentence for the operator. */
final class Refusal {
    private Refusal() {}

    static String sentence(DatabaseAddress address, SQLException refused) {
        return "The database at " + address + " cannot be used: " + reason(refused) + ".";
    }

    private static String reason(SQLException refused) {
        return causes(refused)
                .map(Refusal::known)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElseGet(() -> "it answered " + refused.getSQLState() + ", " + firstLine(refused));
    }

    private static String known(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        return switch (state) {
            case "28P01", "28000", "08004" -> "user name or password was refused";
            case "3D000" -> "the server has no database of this name; create it first";
            case "08001" -> "the server does not answer or the URL is wrong; check host, port and that it runs";
            case "57P03" -> "the server is starting or stopping; try again in a moment";
            case "53300" -> "the server has no free connection";
            case "42501" -> "the user has no right to connect to it";
            case "XJ004" ->
                "there is none at this place; check the path, and that ;create=true ends the URL if a new one is wanted";
            case "XJ028", "XJ041", "XBM0H" -> "the directory cannot be created; check the path and its owner";
            case "XSDB6" -> "another portal is using it; stop that one first";
            case "XSLAN", "XCW00" -> "it was written by a newer version; install that version of the portal again";
            case "XSLAK", "XSDF1", "XBM0S" -> "its files cannot be read or written; check disk space and their owner";
            default -> "";
        };
    }

    /** The most specific cause first: Derby puts the true one last. */
    private static Stream<SQLException> causes(SQLException refused) {
        Stream.Builder<SQLException> chain = Stream.builder();
        SQLException next = refused.getNextException();
        if (next != null) {
            causes(next).forEach(chain);
        }
        return chain.add(refused).build();
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }
}
