package org.longspan.suite.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the archive for machines without a checkout packs, by the descriptor of its build. */
class ArchiveTest {

    private static final Path ROOT = Path.of("..");
    private static final String CHECKOUT = "${maven.multiModuleProjectDirectory}/";
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    @Test
    void whatItsReadmeLinksToIsInIt() throws Exception {
        List<String> packed = packed();
        Set<String> linked = new LinkedHashSet<>();
        Matcher link = LINK.matcher(Files.readString(ROOT.resolve("README.md")));
        while (link.find()) {
            linked.add(link.group(1));
        }

        assertThat(packed).contains("README.md", "longspan", "plans/", "claims/");
        assertThat(linked).isNotEmpty().allSatisfy(file -> {
            assertThat(ROOT.resolve(file)).exists();
            assertThat(packed).anyMatch(place -> place.endsWith("/") ? file.startsWith(place) : file.equals(place));
        });
        assertThat(linked).noneMatch(file -> file.startsWith("docs/results/"));
    }

    @Test
    void itHoldsTheCommitThatTheBuildWrites() throws Exception {
        assertThat(texts("source")).contains("${project.build.directory}/commit.txt");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<argument>${project.build.directory}/commit.txt</argument>");
    }

    /** Returns the files and folders of the checkout that the archive has at their places; folders end in a slash. */
    private static List<String> packed() throws Exception {
        List<String> packed = new ArrayList<>();
        for (String kind : List.of("source", "directory")) {
            for (String text : texts(kind)) {
                if (text.startsWith(CHECKOUT)) {
                    packed.add(text.substring(CHECKOUT.length()) + (kind.equals("directory") ? "/" : ""));
                }
            }
        }
        return packed;
    }

    /** Returns the texts of a kind of element, where what is of the checkout has the same place in the archive. */
    private static List<String> texts(String element) throws Exception {
        Document descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("src/assembly/dist.xml").toFile());
        NodeList nodes = descriptor.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            String text = nodes.item(i).getTextContent();
            Element parent = (Element) nodes.item(i).getParentNode();
            NodeList out = parent.getElementsByTagName("outputDirectory");
            String place = out.getLength() == 0 ? "" : out.item(0).getTextContent();
            if (text.startsWith(CHECKOUT)) {
                String own = text.substring(CHECKOUT.length());
                int slash = own.lastIndexOf('/');
                String folder = element.equals("directory") ? own : own.substring(0, Math.max(0, slash));
                assertThat(place).as("the place of " + own).isEqualTo(folder);
            }
            texts.add(text);
        }
        return texts;
    }
}
