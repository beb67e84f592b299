package io.airproof.driver.tap;

import org.json.JSONArray;
import org.json.JSONObject;

/** Copies of JSON values that share only what cannot change. */
final class Json {

    private Json() {}

    static JSONObject copy(JSONObject from) {
        JSONObject copy = new JSONObject();
        for (String key : from.keySet()) {
            copy.put(key, value(from.get(key)));
        }
        return copy;
    }

    private static Object value(Object value) {
        if (value instanceof JSONObject object) {
            return copy(object);
        } else if (value instanceof JSONArray array) {
            JSONArray copy = new JSONArray(array.length());
            for (Object element : array) {
                copy.put(value(element));
            }
            return copy;
        }
        return value;
    }
}
