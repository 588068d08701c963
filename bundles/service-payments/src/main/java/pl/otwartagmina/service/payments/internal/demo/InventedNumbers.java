package pl.otwartagmina.service.payments.internal.demo;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.api.value.Pesel;

/** Numbers with right check digits that nobody was given on purpose, each only once. */
final class InventedNumbers {
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    private static final int[] NIP_WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final LocalDate OLDEST = LocalDate.of(1934, 1, 1);
    private static final int DAYS_TO_YOUNGEST = 71 * 365;

    private final Random random;
    private final Set<String> given = new HashSet<>();

    InventedNumbers(Random random, Pesel taken) {
        this.random = random;
        given.add(taken.digits());
    }

    Pesel pesel() {
        String digits;
        do {
            LocalDate birth = OLDEST.plusDays(random.nextInt(DAYS_TO_YOUNGEST));
            int month = birth.getMonthValue() + (birth.getYear() >= 2000 ? 20 : 0);
            String ten = two(birth.getYear() % 100) + two(month) + two(birth.getDayOfMonth()) + digits(4);
            digits = ten + (10 - sum(ten, PESEL_WEIGHTS) % 10) % 10;
        } while (!given.add(digits));
        return new Pesel(digits);
    }

    Nip nip() {
        String digits;
        int check;
        do {
            // 001 is the number of no tax office
            String nine = "001" + digits(6);
            check = sum(nine, NIP_WEIGHTS) % 11;
            digits = nine + check % 10;
        } while (check == 10 || !given.add(digits));
        return new Nip(digits);
    }

    /** An account of the bank 99999999, which does not exist. */
    Nrb account() {
        return Nrb.ofBban("99999999" + digits(16));
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static int sum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
