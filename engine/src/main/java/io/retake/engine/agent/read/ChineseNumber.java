package io.retake.engine.agent.read;

/** Numbers in Chinese characters, up to the thousands and with decimals: 十, 二十五, 三百, 一点五. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String POWERS = "十百千";

    private ChineseNumber() {}

    /** Returns the end of the number that begins at an index; the same index if none does. */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 12 && isNumeral(text.charAt(end))) {
            end++;
        }
        if (end > from && end + 1 < text.length() && text.charAt(end) == '点' && digit(text.charAt(end + 1)) >= 0) {
            end++;
            while (end < text.length() && end - from < 16 && digit(text.charAt(end)) >= 0) {
                end++;
            }
        }
        return end;
    }

    static double value(String numerals) {
        int point = numerals.indexOf('点');
        double whole = whole(point < 0 ? numerals : numerals.substring(0, point));
        double unit = 1;
        for (int i = point + 1; point >= 0 && i < numerals.length(); i++) {
            unit /= 10;
            whole += digit(numerals.charAt(i)) * unit;
        }
        return Math.round(whole * 1e9) / 1e9;
    }

    private static double whole(String numerals) {
        double sum = 0;
        double digits = 0;
        boolean seen = false;
        for (int i = 0; i < numerals.length(); i++) {
            char c = numerals.charAt(i);
            int power = POWERS.indexOf(c);
            if (power >= 0) {
                sum += (seen ? digits : 1) * Math.pow(10, power + 1);
                digits = 0;
                seen = false;
            } else {
                digits = digits * 10 + digit(c);
                seen = true;
            }
        }
        return sum + digits;
    }

    private static boolean isNumeral(char c) {
        return digit(c) >= 0 || POWERS.indexOf(c) >= 0;
    }

    private static int digit(char c) {
        return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
    }
}
