package org.longspan.harness.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a process runs into a folder, told without the lock: who asks by taking it would turn a run away that begins
 * at that moment.
 *
 * @param holding what is known
 * @param process number in {@code run.lock}, if there is one
 */
public record LockState(Holding holding, OptionalLong process) {

    private static final Path LOCKS = Path.of("/proc/locks");
    private static final Duration CLOCK = Duration.ofSeconds(2); // by which times of files and processes may differ

    /** What is known. */
    public enum Holding {
        /** No process of this machine holds the lock. */
        FREE,
        /** A process holds the lock: the system says so. */
        HELD,
        /** The process that wrote the file is alive; this system does not tell who holds a lock. */
        LIKELY
    }

    /** Returns whether a process holds the lock, for all that is known. */
    public boolean isHeld() {
        return holding != Holding.FREE;
    }

    /** Returns what is to be said of a run that goes on, without a full stop; empty if none is known to. */
    public Optional<String> sentence() {
        return isHeld()
                ? Optional.of("the run is going on: process " + process.getAsLong()
                        + (holding == Holding.HELD ? " holds its folder" : " seems to hold its folder")
                        + ", and here are its results so far")
                : Optional.empty();
    }

    /** Returns the state of the lock on a folder. */
    public static LockState of(Path folder) {
        return of(folder.resolve(FolderLock.FILE), locks());
    }

    /** Returns it by the system's list of locks; empty if there is no such list. */
    static LockState of(Path file, Optional<List<String>> locks) {
        OptionalLong process = written(file);
        if (process.isEmpty()) {
            return new LockState(Holding.FREE, process);
        }
        long pid = process.getAsLong();
        if (locks.isPresent()) {
            boolean held = locks.get().stream().anyMatch(line -> isOn(file, pid, line));
            return new LockState(held ? Holding.HELD : Holding.FREE, process);
        }
        boolean wrote = pid != ProcessHandle.current().pid()
                && ProcessHandle.of(pid).filter(one -> wrote(one, file)).isPresent();
        return new LockState(wrote ? Holding.LIKELY : Holding.FREE, process);
    }

    private static Optional<List<String>> locks() {
        try {
            return Optional.of(Files.readAllLines(LOCKS));
        } catch (IOException e) {
            return Optional.empty(); // only Linux has this file
        }
    }

    private static OptionalLong written(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > 32) {
                return OptionalLong.empty();
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            return text.matches("[0-9]{1,10}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // it has gone meanwhile, or may not be read
        }
    }

    /** A line of the list: {@code 1: POSIX ADVISORY WRITE 4214 fe:00:1313 0 EOF}, with the file's number at the end. */
    private static boolean isOn(Path file, long pid, String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 6 || !words[4].equals(Long.toString(pid))) {
            return false;
        }
        try {
            return words[5].endsWith(":" + Files.getAttribute(file, "unix:ino"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** A process that began after the file was written has only the number of the one that wrote it. */
    private static boolean wrote(ProcessHandle process, Path file) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return process.info()
                    .startInstant()
                    .filter(start -> start.isAfter(written.plus(CLOCK)))
                    .isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
