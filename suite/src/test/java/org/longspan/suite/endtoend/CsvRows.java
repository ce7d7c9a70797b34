package org.longspan.suite.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file by the grammar of RFC 4180 and refuses what the grammar does not have. */
final class CsvRows {

    private final String text;
    private int next;

    private CsvRows(String text) {
        this.text = text;
    }

    /** Returns the rows of a file, each by the names of its columns in their order. */
    static List<Map<String, String>> of(Path file) throws IOException {
        CsvRows rows = new CsvRows(Files.readString(file, StandardCharsets.UTF_8));
        List<String> names = rows.record();
        List<Map<String, String>> all = new ArrayList<>();
        while (rows.next < rows.text.length()) {
            List<String> fields = rows.record();
            if (fields.size() != names.size()) {
                throw new IllegalStateException(file + ": " + fields.size() + " fields in row " + all.size());
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(names.get(i), fields.get(i));
            }
            all.add(row);
        }
        return all;
    }

    /** record = field *(COMMA field) CRLF. */
    private List<String> record() {
        List<String> fields = new ArrayList<>(List.of(field()));
        while (text.charAt(next) == ',') {
            next++;
            fields.add(field());
        }
        if (!text.startsWith("\r\n", next)) {
            throw new IllegalStateException("no CR LF at character " + next);
        }
        next += 2;
        return fields;
    }

    /** field = (escaped / non-escaped). */
    private String field() {
        if (text.charAt(next) == '"') {
            return escaped();
        }
        int begin = next;
        while (",\r\n\"".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        return text.substring(begin, next);
    }

    /** escaped = DQUOTE *(TEXTDATA / COMMA / CR / LF / 2DQUOTE) DQUOTE. */
    private String escaped() {
        StringBuilder field = new StringBuilder();
        next++;
        while (text.charAt(next) != '"' || text.startsWith("\"\"", next)) {
            field.append(text.charAt(next));
            next += text.charAt(next) == '"' ? 2 : 1;
        }
        next++;
        return field.toString();
    }
}
