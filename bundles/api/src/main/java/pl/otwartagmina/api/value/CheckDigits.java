package pl.otwartagmina.api.value;

/** Weighted sum over the first digits of a number of fixed length. */
final class CheckDigits {
    private final int length;
    private final int[] weights;

    CheckDigits(int length, int... weights) {
        this.length = length;
        this.weights = weights;
    }

    void requireShape(String name, String digits) {
        if (digits.length() != length || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidNumber(InvalidNumber.Fault.SHAPE, name);
        }
    }

    int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
