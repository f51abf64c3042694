package org.dailybriefing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dailybriefing.DailyBriefing;
import org.dailybriefing.House;

/** The program as an operator runs it: a process of its own, with its output, its error output and its exit code. */
record Program(int code, String out, String err) {

    /**
     * Without the language model, which takes a second to open, unless {@code words} say otherwise.
     *
     * @param words a verb with its options, and settings, which win over those of the house
     */
    static Program run(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Ddns.server=" + System.getProperty("dns.server", ""),
                "-cp",
                System.getProperty("java.class.path"),
                DailyBriefing.class.getName()));
        Stream.of(House.arguments(folder, "--briefing.sentence-model=false"))
                .filter(setting -> Stream.of(words).noneMatch(word -> word.startsWith(name(setting) + "=")))
                .forEach(command::add);
        command.addAll(Arrays.asList(words));
        Path out = folder.resolve("stdout.txt");
        Path err = folder.resolve("stderr.txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + String.join(" ", words) + "\n" + Files.readString(err));
            }
            return new Program(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }
}
