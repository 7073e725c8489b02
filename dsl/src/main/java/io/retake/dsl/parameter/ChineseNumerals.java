package io.retake.dsl.parameter;

import java.math.BigInteger;

/** Reads numbers in Chinese characters, as in file names: 二, 十, 二十一, 二〇二四, 三千零五. */
final class ChineseNumerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千";
    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);
    private static final BigInteger HUNDRED_MILLION = BigInteger.valueOf(100_000_000);

    private ChineseNumerals() {}

    static boolean isPart(int letter) {
        return digit(letter) >= 0 || isUnit(letter);
    }

    private static boolean isUnit(int letter) {
        return letter == '万' || letter == '亿' || UNITS.indexOf(letter) >= 0;
    }

    private static int digit(int letter) {
        return letter == '零' ? 0 : letter == '两' ? 2 : DIGITS.indexOf(letter);
    }

    /** Returns the value; characters that form no number still have a consistent value. */
    static BigInteger value(int[] letters, int from, int to) {
        BigInteger whole = BigInteger.ZERO;
        BigInteger section = BigInteger.ZERO;
        BigInteger digits = BigInteger.ZERO;
        boolean counted = false;
        for (int i = from; i < to; i++) {
            int digit = digit(letters[i]);
            if (digit >= 0) {
                digits = digits.multiply(BigInteger.TEN).add(BigInteger.valueOf(digit));
                counted = digit > 0 || counted;
            } else if (letters[i] == '万' || letters[i] == '亿') {
                BigInteger by = letters[i] == '万' ? TEN_THOUSAND : HUNDRED_MILLION;
                whole = whole.add(section).add(digits).max(BigInteger.ONE).multiply(by);
                section = BigInteger.ZERO;
                digits = BigInteger.ZERO;
                counted = false;
            } else {
                BigInteger many = counted ? digits : BigInteger.ONE;
                section = section.add(many.multiply(BigInteger.TEN.pow(UNITS.indexOf(letters[i]) + 1)));
                digits = BigInteger.ZERO;
                counted = false;
            }
        }
        return whole.add(section).add(digits);
    }
}
