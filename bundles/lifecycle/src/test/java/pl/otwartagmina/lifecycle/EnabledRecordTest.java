package pl.otwartagmina.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnabledRecordTest {
    @TempDir
    private Path folder;

    @Test
    void the_very_first_start_enables_the_initial_modules() {
        assertThat(record().forgotten(List.of("payments"))).contains(List.of("payments"));
    }

    @Test
    void several_of_them_are_parted_by_commas() {
        assertThat(EnabledRecord.ids(new String[] {"payments, sandbox-bank"}))
                .containsExactly("payments", "sandbox-bank");
        assertThat(EnabledRecord.ids(new String[] {""})).isEmpty();
        assertThat(EnabledRecord.ids(new String[] {"payments", "water"})).containsExactly("payments", "water");
    }

    @Test
    void a_container_that_knows_is_left_alone() {
        record().recovered();
        assertThat(record().forgotten(List.of("payments"))).isEmpty();
    }

    @Test
    void an_emptied_container_gets_back_what_was_enabled_last() throws Exception {
        EnabledRecord record = record();
        record.recovered();
        record.keep(List.of("payments", "water"));
        record.keep(List.of("water"));
        Files.delete(folder.resolve("cache/recovered"));
        assertThat(record().forgotten(List.of("payments"))).contains(List.of("water"));
    }

    @Test
    void a_recovery_that_was_cut_off_begins_anew_with_the_whole_list() throws Exception {
        record().recovered();
        record().keep(List.of("payments", "water"));
        Files.delete(folder.resolve("cache/recovered"));
        record().keep(List.of("payments"));
        assertThat(record().forgotten(List.of())).contains(List.of("payments", "water"));
    }

    private EnabledRecord record() {
        return new EnabledRecord(folder.resolve("lifecycle/enabled"), folder.resolve("cache/recovered"));
    }
}
