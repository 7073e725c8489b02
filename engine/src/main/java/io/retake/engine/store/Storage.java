package io.retake.engine.store;

import io.retake.core.PrivateFiles;
import io.retake.core.ProcessLock;
import io.retake.core.Room;
import io.retake.engine.api.StorageReport;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what engines leave on disk within a size: what was unused longest goes first. Thread-safe, and safe beside
 * other engines on the same data folder: nothing goes that somebody holds.
 */
public final class Storage {
    /** Folders of engines that are gone hold a few small files each; more than these are only clutter. */
    private static final int MOST_OLD_ENGINES = 100;

    private final EngineHome home;
    private final DataFolder data;
    private final long limit;
    private final Clock clock;
    private final Supplier<OptionalLong> disk;

    public Storage(EngineHome home, long limit, Clock clock) {
        this(home, limit, clock, () -> Room.at(home.data().root()));
    }

    /** @param disk how much can still be written to it */
    Storage(EngineHome home, long limit, Clock clock, Supplier<OptionalLong> disk) {
        this.home = home;
        this.data = home.data();
        this.limit = limit;
        this.clock = clock;
        this.disk = disk;
    }

    private enum ItemScope {
        SHARED,
        /** An engine folder of one process; removed some time after it ended. */
        OWN_ENGINE,
        /** A named engine folder; counted, but never removed. */
        NAMED_ENGINE
    }

    /** A unit that can be removed as a whole. */
    private record Item(Path path, long bytes, FileTime used, ItemScope kind) {
        boolean isOwnEngine() {
            return kind == ItemScope.OWN_ENGINE;
        }

        boolean canGo(Set<Path> held) throws IOException {
            return switch (kind) {
                case SHARED -> !held.contains(path);
                case OWN_ENGINE -> !ProcessLock.isHeld(EngineHome.lockFile(path));
                case NAMED_ENGINE -> false;
            };
        }
    }

    /**
     * Keeps these things until the hold is closed, and counts them as used now.
     *
     * @return empty when one of them is no longer there
     */
    public Optional<Lease> hold(Collection<Path> items) throws IOException {
        Path mark = EngineHome.marks(home.root()).resolve(UUID.randomUUID().toString());
        return data.exclusively(() -> {
            for (Path item : items) {
                if (!Files.isDirectory(item)) {
                    return Optional.empty();
                }
            }
            mark(mark, items);
            for (Path item : items) {
                Files.setLastModifiedTime(item, FileTime.from(clock.instant()));
            }
            return Optional.of(new Lease(mark));
        });
    }

    private void mark(Path mark, Collection<Path> items) throws IOException {
        boolean written = false;
        try {
            String lines = items.stream().map(this::relative).collect(Collectors.joining("\n"));
            PrivateFiles.write(mark, lines.getBytes(StandardCharsets.UTF_8));
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(mark);
            }
        }
    }

    private String relative(Path item) {
        return data.root().relativize(item).toString();
    }

    /**
     * Makes room for something that is about to be kept: within the limit, and on the disk. Where that can't be done
     * nothing is removed.
     *
     * @throws StorageFull when all that is kept is in use, or the disk is full of other things
     */
    public void makeRoom(long bytes) throws IOException {
        removeForgotten();
        List<Item> items = items();
        long used = items.stream().mapToLong(Item::bytes).sum();
        long engines = items.stream().filter(Item::isOwnEngine).count();
        long most = Math.min(limit, used + Math.min(disk.get().orElse(limit), limit));
        if (bytes > most - used || engines > MOST_OLD_ENGINES) {
            long left = evict(items, used, most - bytes, engines);
            if (bytes > most - left) {
                throw most < limit ? diskFull(bytes, most - left) : limitReached(bytes, most - left);
            }
        }
    }

    private StorageFull diskFull(long needed, long available) {
        return new StorageFull(
                EngineMessages.text("storage.disk-full", Room.needed(needed), data.root(), Room.available(available)));
    }

    private StorageFull limitReached(long needed, long available) {
        return new StorageFull(EngineMessages.text(
                "storage.limit-reached",
                data.root(),
                Room.available(limit),
                Room.available(available),
                Room.needed(needed)));
    }

    /** Removes what was unused longest until no more than so much is left; nothing where that would not be enough. */
    private long evict(List<Item> items, long used, long target, long engines) throws IOException {
        List<Path> doomed = new ArrayList<>();
        long left = data.exclusively(() -> {
            List<Item> free = free(items);
            long bytes = used - free.stream().mapToLong(Item::bytes).sum();
            if (bytes > target) {
                return bytes;
            }
            bytes = used;
            long folders = engines;
            for (Item item : free) {
                boolean tooMany = item.isOwnEngine() && folders > MOST_OLD_ENGINES;
                if (bytes > target || tooMany) {
                    discard(item.path()).ifPresent(doomed::add);
                    bytes -= item.bytes();
                    folders -= item.isOwnEngine() ? 1 : 0;
                }
            }
            return bytes;
        });
        for (Path path : doomed) {
            Folders.delete(path);
        }
        return left;
    }

    private List<Item> free(List<Item> items) throws IOException {
        Set<Path> held = held();
        List<Item> free = new ArrayList<>();
        for (Item item : items) {
            if (item.canGo(held)) {
                free.add(item);
            }
        }
        return free;
    }

    /** Moves a folder to the trash in one step, to be removed later without keeping others waiting. */
    private Optional<Path> discard(Path path) throws IOException {
        Path doomed = data.trash().resolve(UUID.randomUUID().toString());
        try {
            Files.move(path, doomed);
            return Optional.of(doomed);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns the folders that live engines hold; marks of an engine that was killed are ignored. */
    private Set<Path> held() throws IOException {
        Set<Path> held = new HashSet<>();
        for (Path engine : children(data.engines())) {
            Path marks = EngineHome.marks(engine);
            if (Files.isDirectory(marks) && ProcessLock.isHeld(EngineHome.lockFile(engine))) {
                for (Path mark : children(marks)) {
                    Files.readAllLines(mark)
                            .forEach(line -> held.add(data.root().resolve(line)));
                }
            }
        }
        return held;
    }

    /** Returns all items, longest unused first. */
    private List<Item> items() throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path shared : new Path[] {data.media(), data.renders(), data.measurements(), data.hashes()}) {
            for (Path path : children(shared)) {
                item(path, ItemScope.SHARED).ifPresent(items::add);
            }
        }
        for (Path engine : children(data.engines())) {
            boolean own = engine.getFileName().toString().startsWith(EngineHome.OWN);
            item(engine, own ? ItemScope.OWN_ENGINE : ItemScope.NAMED_ENGINE).ifPresent(items::add);
        }
        items.sort(Comparator.comparing(Item::used));
        return items;
    }

    private static Optional<Item> item(Path path, ItemScope kind) throws IOException {
        try {
            return Optional.of(new Item(path, Folders.size(path), Files.getLastModifiedTime(path), kind));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Removes the temporary files of engines that were killed: half a render is of no use to anybody. */
    private void removeForgotten() throws IOException {
        List<Path> forgotten = data.exclusively(() -> {
            List<Path> found = new ArrayList<>(children(data.trash()));
            for (Path engine : children(data.engines())) {
                if (!ProcessLock.isHeld(EngineHome.lockFile(engine))) {
                    for (Path work : children(EngineHome.temporary(engine))) {
                        discard(work).ifPresent(found::add);
                    }
                }
            }
            return found;
        });
        for (Path path : forgotten) {
            Folders.delete(path);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Reports the current disk use. A data folder that was never used is empty. */
    public static StorageReport report(Path root, long limit) throws IOException {
        DataFolder data = new DataFolder(root);
        return new StorageReport(
                root,
                limit,
                List.of(
                        part("media", data.media()),
                        part("renders", data.renders()),
                        part(
                                "measurements",
                                Objects.requireNonNull(data.measurements().getParent()),
                                data.measurements(),
                                data.hashes()),
                        part("samples", data.samples()),
                        part("engines", data.engines())));
    }

    private static StorageReport.PartUse part(String name, Path folder, Path... within) throws IOException {
        int items = 0;
        long bytes = 0;
        for (Path each : within.length == 0 ? new Path[] {folder} : within) {
            items += children(each).size();
            bytes += Folders.size(each);
        }
        return new StorageReport.PartUse(name, folder, items, bytes);
    }
}
