package org.longspan.harness.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A channel to a file on a disk that is full once, after a few bytes, and has room again afterwards. */
final class NarrowChannel extends FileChannel {

    private final FileChannel file;
    private final int room;
    private int writes;

    private NarrowChannel(FileChannel file, int room) {
        this.file = file;
        this.room = room;
    }

    static NarrowChannel at(Path path, int room) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
        file.position(file.size());
        return new NarrowChannel(file, room);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        writes++;
        if (writes == 2) {
            throw new IOException("No space left on device");
        }
        if (writes > 2) {
            return file.write(source);
        }
        ByteBuffer part = source.slice();
        part.limit(room);
        source.position(source.position() + room);
        return file.write(part);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileChannel position(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
