package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.createDirectories(project.resolve("target"));
        Files.writeString(project.resolve("target/a b<c>.flv"), "sound and picture");
        Files.writeString(root.resolve("private.txt"), "not for others");
    }

    @Test
    void aFileOfTheProjectIsPutBesideThePages() {
        Shelf.Item item = shelf.item("target/a b<c>.flv");

        assertThat(item.name()).isEqualTo("a b<c>.flv");
        assertThat(item.href()).isEqualTo("evidence/a-b-c-.flv");
        assertThat(project.resolve("reports").resolve(item.href())).hasContent("sound and picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../private.txt", "target/../../private.txt", "target/../target/a b<c>.flv", "/etc/passwd"})
    void aPathThatLeadsOutIsRefused(String path) {
        assertThat(shelf.item(path).href()).isEmpty();
        assertThat(shelf.item(path).why()).startsWith("refused");
        assertThat(project.resolve("reports/evidence")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsOutIsRefused() throws IOException {
        Files.createSymbolicLink(project.resolve("target/link.txt"), root.resolve("private.txt"));

        assertThat(shelf.item("target/link.txt").why()).startsWith("refused");
    }

    @Test
    void whatIsNotThereIsSaidToBeGone() {
        assertThat(shelf.item("target/gone.flv").why()).isEqualTo("no longer there");
        assertThat(shelf.item("target/\0.flv").href()).isEmpty();
    }

    @Test
    void whatTheRunNoLongerHasIsTakenFromTheShelf() throws IOException {
        shelf.item("target/a b<c>.flv");
        Files.delete(project.resolve("target/a b<c>.flv"));

        assertThat(new Shelf(project, project.resolve("reports/evidence"))
                        .item("target/a b<c>.flv")
                        .href())
                .isEqualTo("evidence/a-b-c-.flv");
    }

    @Test
    void whatBelongsToNoScenarioIsTakenAway() throws IOException {
        Path folder = Files.createDirectories(project.resolve("reports/evidence/old-programme"));
        Files.writeString(folder.resolve("old.webm"), "old");
        shelf.item("target/a b<c>.flv");
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
