package io.airproof.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The longest rising part of a sequence. */
final class Ascents {

    private Ascents() {}

    /** The values, sorted, that must be moved so that the others rise strictly: as few as possible. */
    static List<Integer> outside(List<Integer> values) {
        int[] tails = new int[values.size()];
        int[] tailValues = new int[values.size()];
        int[] before = new int[values.size()];
        int length = 0;
        for (int i = 0; i < values.size(); i++) {
            int found = Arrays.binarySearch(tailValues, 0, length, values.get(i));
            int place = found >= 0 ? found : -found - 1;
            tailValues[place] = values.get(i);
            before[i] = place == 0 ? -1 : tails[place - 1];
            tails[place] = i;
            length = Math.max(length, place + 1);
        }
        boolean[] kept = new boolean[values.size()];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
            kept[i] = true;
        }
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                moved.add(values.get(i));
            }
        }
        moved.sort(null);
        return moved;
    }
}
