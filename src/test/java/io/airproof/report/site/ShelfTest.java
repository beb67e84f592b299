package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
    private final Path root;
    private final Path project;
    private final Shelf shelf;

    ShelfTest(@TempDir Path root) {
        this.root = root;
        this.project = root.resolve("project");
        this.shelf = new Shelf(project, project.resolve("reports/evidence"));
    }

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(project.resolve("target/stack/r1"));
        Files.writeString(project.resolve("target/stack/r1/a b<c>-r1.flv"), "sound and picture");
        Files.writeString(root.resolve("private.txt"), "not for others");
    }

    @Test
    void aFileOfTheProjectIsPutBesideThePages() {
        Shelf.Item item = shelf.item("target/stack/r1/a b<c>-r1.flv");

        assertThat(item.name()).isEqualTo("a b<c>-r1.flv");
        assertThat(item.href()).isEqualTo("evidence/a-b-c--r1.flv");
        assertThat(project.resolve("reports").resolve(item.href())).hasContent("sound and picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../private.txt",
                "target/../../private.txt",
                "target/../target/stack/r1/a b<c>-r1.flv",
                "/etc/passwd"
            })
    void aPathThatLeadsOutIsRefused(String path) {
        assertThat(shelf.item(path).href()).isEmpty();
        assertThat(shelf.item(path).fate()).isEqualTo(Shelf.Fate.REFUSED);
        assertThat(project.resolve("reports/evidence")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsOutIsRefused() throws IOException {
        Files.createSymbolicLink(project.resolve("target/link.txt"), root.resolve("private.txt"));

        assertThat(shelf.item("target/link.txt").fate()).isEqualTo(Shelf.Fate.REFUSED);
    }

    @Test
    void filesOfOneNameKeepPlacesOfTheirOwn() throws IOException {
        for (String run : List.of("one", "two")) {
            Path logs = Files.createDirectories(project.resolve("target/stack/abc/" + run));
            Files.writeString(logs.resolve("media-service.log"), "of " + run + "\n");
        }
        Shelf.Item one = shelf.item("target/stack/abc/one/media-service.log");
        Shelf.Item two = shelf.item("target/stack/abc/two/media-service.log");

        assertThat(List.of(one.name(), two.name())).containsExactly("one/media-service.log", "two/media-service.log");
        assertThat(project.resolve("reports").resolve(one.href())).hasContent("of one");
        assertThat(project.resolve("reports").resolve(two.href())).hasContent("of two");
    }

    @Test
    void aTextIsPublishedWithItsSecretsCoveredAndTheOriginalStays() throws IOException {
        String line = "{\"token\":\"hunter22\"}";
        Files.writeString(project.resolve("target/a-wire.ndjson"), line + "\n");
        Path copy = project.resolve("reports")
                .resolve(shelf.item("target/a-wire.ndjson").href());

        assertThat(copy).content().contains("token").doesNotContain("hunter22");
        assertThat(project.resolve("target/a-wire.ndjson")).content().contains("hunter22");
    }

    @Test
    void ofALogOf200MbTheEndIsPublished() throws IOException {
        Path log = project.resolve("target/huge.log");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(200_000_000);
            file.seek(file.length());
            file.write("\nthe last line\n".getBytes(StandardCharsets.UTF_8));
        }
        Path copy =
                project.resolve("reports").resolve(shelf.item("target/huge.log").href());

        assertThat(Files.size(copy)).isLessThan(11_000_000);
        assertThat(copy).content().startsWith("… (cut: the first 190").endsWith("the last line\n");
    }

    @Test
    void whatIsNotThereIsSaidToBeGone() {
        assertThat(shelf.item("target/gone.flv").fate()).isEqualTo(Shelf.Fate.GONE);
        assertThat(shelf.item("target/\0.flv").href()).isEmpty();
    }

    @Test
    void whatTheRunNoLongerHasIsTakenFromTheShelf() throws IOException {
        shelf.item("target/stack/r1/a b<c>-r1.flv");
        Files.delete(project.resolve("target/stack/r1/a b<c>-r1.flv"));

        assertThat(new Shelf(project, project.resolve("reports/evidence"))
                        .item("target/stack/r1/a b<c>-r1.flv")
                        .href())
                .isEqualTo("evidence/a-b-c--r1.flv");
    }

    @Test
    void whatBelongsToNoScenarioIsTakenAway() throws IOException {
        Path folder = Files.createDirectories(project.resolve("reports/evidence/old-programme"));
        Files.writeString(folder.resolve("old.webm"), "old");
        shelf.item("target/stack/r1/a b<c>-r1.flv");
        shelf.tidy();

        assertThat(project.resolve("reports/evidence")).isDirectoryContaining("glob:**.flv");
        assertThat(folder).doesNotExist();
    }

    @Test
    void namesAreFitForFilesAndAddresses() {
        assertThat(Slug.of("features/dubbing/01.feature:5")).isEqualTo("dubbing-01.feature-5");
        assertThat(Slug.of("../../etc/passwd")).isEqualTo("etc-passwd");
        assertThat(Slug.of("…")).isEqualTo("unnamed");
        assertThat(Slug.of("x".repeat(300))).hasSizeLessThanOrEqualTo(100);
        assertThat(Slug.of("x".repeat(300))).isNotEqualTo(Slug.of("x".repeat(299) + "y"));
    }
}
