package org.longspan.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the source of one top-level type into its line of the index.
 *
 * <p>The types that it names are found without a compiler, by the rules of the language and the convention that
 * packages begin with a lower-case letter and types with a capital: its imports as far as its code uses them, the types
 * of its package by their simple names, and fully qualified names. A name that only looks like a type does no harm: the
 * index then names one type too many.
 */
public final class SourceFile {

    private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");
    private static final String STATIC = "static";

    private final List<String> header = new ArrayList<>(); // the package, then the imported names
    private final List<String> code = new ArrayList<>();
    private final String simpleName;

    private SourceFile(String simpleName, String source) {
        this.simpleName = simpleName;
        List<String> tokens = JavaTokens.of(source);
        int at = 0;
        while (at < tokens.size()) {
            boolean declared = code.isEmpty() && Set.of("package", "import").contains(tokens.get(at));
            if (declared) {
                int end = at + tokens.subList(at, tokens.size()).indexOf(";");
                String name = String.join("", tokens.subList(at + 1, end));
                header.add(tokens.get(at + 1).equals(STATIC) ? name.substring(STATIC.length()) : name);
                at = end + 1;
            } else {
                code.add(tokens.get(at++));
            }
        }
    }

    /**
     * Reads a source.
     *
     * @param simpleName of the type: the file's name without its extension
     * @param siblings simple names of the types in its package
     * @throws IllegalArgumentException if {@code source} does not declare exactly that type, or cannot be read
     */
    public static IndexedType index(String simpleName, String source, Collection<String> siblings) {
        SourceFile file = new SourceFile(simpleName, source);
        file.requireOneType();
        return new IndexedType(file.name(simpleName), file.hash(), file.names(siblings));
    }

    private void requireOneType() {
        int depth = 0;
        List<String> declared = new ArrayList<>();
        for (int i = 0; i < code.size(); i++) {
            String token = code.get(i);
            depth += depthOf(token);
            if (depth == 0 && KINDS.contains(token)) {
                declared.add(code.get(++i));
            }
        }
        if (!declared.equals(List.of(simpleName))) {
            throw new IllegalArgumentException("declares " + String.join(", ", declared) + ", expected " + simpleName
                    + " alone: each type has a file of its own");
        }
    }

    private static int depthOf(String token) {
        return switch (token) {
            case "{", "(" -> 1;
            case "}", ")" -> -1;
            default -> 0;
        };
    }

    private String name(String type) {
        return header.get(0) + "." + type;
    }

    private List<String> imports() {
        Set<String> words = new HashSet<>(code);
        return header.subList(1, header.size()).stream()
                .filter(name -> name.endsWith(".*") || words.contains(name.substring(name.lastIndexOf('.') + 1)))
                .sorted()
                .toList();
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String token : imports()) {
                digest.update((token + ";\0").getBytes(StandardCharsets.UTF_8));
            }
            for (String token : code) {
                digest.update((token + "\0").getBytes(StandardCharsets.UTF_8)); // no token contains a NUL
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private Set<String> names(Collection<String> siblings) {
        Set<String> names = new TreeSet<>();
        imports().forEach(name -> names.add(typeOf(name)));
        Set<String> words = new HashSet<>(code);
        siblings.stream().filter(words::contains).forEach(sibling -> names.add(name(sibling)));
        for (int i = 0; i < code.size(); i++) {
            String chain = i > 0 && code.get(i - 1).equals(".") ? "" : chainAt(i);
            if (chain.contains(".")) {
                names.add(chain);
            }
        }
        names.removeIf(name -> name.startsWith("java.") || name.startsWith("jdk."));
        names.remove(name(simpleName));
        return names;
    }

    /** Returns the top-level type in a name such as {@code a.b.Type.Nested.member}; {@code a.b.*} stays as it is. */
    private static String typeOf(String name) {
        StringBuilder type = new StringBuilder();
        for (String word : name.split("\\.")) {
            type.append(type.isEmpty() ? "" : ".").append(word);
            if (Character.isUpperCase(word.charAt(0))) {
                break;
            }
        }
        return type.toString();
    }

    /**
     * Returns the fully qualified type name that starts at that token, if any: lower-case words, then a capitalized
     * one.
     */
    private String chainAt(int token) {
        int i = token;
        while (i + 2 < code.size()
                && Character.isLowerCase(code.get(i).charAt(0))
                && code.get(i + 1).equals(".")) {
            i += 2;
        }
        return Character.isUpperCase(code.get(i).charAt(0)) ? String.join("", code.subList(token, i + 1)) : "";
    }
}
