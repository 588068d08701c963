package pl.otwartagmina.service.payments.internal.ui.clerk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.otwartagmina.service.payments.internal.clerk.ReportCsv;
import pl.otwartagmina.service.payments.internal.csv.RowFault;

/** Why a row was not taken, in the clerk's language; the console speaks English. What has no words here stays as it is. */
final class FaultWords {
    private static final Map<Pattern, String> KEYS = new LinkedHashMap<>();

    static {
        put("is empty", "empty");
        put("is negative", "negative");
        put("is no number such as .*", "number");
        put("has more than (\\d+) decimals", "decimals");
        put("is no whole number", "whole");
        put("is not between (\\S+) and (\\S+)", "between");
        put("is no day such as .*", "day");
        put("both pesel and nip are filled", "both");
        put("neither pesel nor nip is filled", "neither");
        put("wrong number of digits", "digits");
        put("check digit does not fit", "check-digit");
        put("holds a date that does not exist", "date");
        put("longer than (\\d+) characters", "long");
        put("characters that are no text in UTF-8", "encoding");
        put("(\\d+) cells instead of (\\d+)", "cells");
        put("is the same as in line (\\d+)", "twice");
        put("is none of the kinds in the documentation", "kind");
        put("does not fit the number of instalments", "instalment");
        put("is more than the principal.*", "paid");
        put("has characters other than .*", "card");
        put("is neither yes nor no", "yes-no");
        put("is no object in braces", "object");
        put("is neither a text nor a number", "nested");
        put("is there twice", "column-twice");
        put("a quotation mark is not closed", "quote-open");
        put("quotation marks in the wrong place", "quote-place");
        put("names what somebody else owed", "somebody-else");
    }

    private FaultWords() {}

    private static void put(String reason, String word) {
        KEYS.put(Pattern.compile(reason), "payments.fault." + word);
    }

    static String reason(ReportCsv.Words words, RowFault fault) {
        for (Map.Entry<Pattern, String> known : KEYS.entrySet()) {
            Matcher matcher = known.getKey().matcher(fault.reason());
            if (matcher.matches()) {
                Object[] arguments = new Object[matcher.groupCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = matcher.group(i + 1);
                }
                return words.text(known.getValue(), arguments);
            }
        }
        return fault.reason();
    }
}
