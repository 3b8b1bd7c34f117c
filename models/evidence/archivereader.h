// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "models/evidence/blockreader.h"
#include "models/evidence/layers.h"
#include "models/evidence/unpackmeter.h"

namespace whittle
{

/// A member of an archive. Its name is text for people, never a path: UTF-8, control characters as "\x1b",
/// whatever it says about folders.
struct ArchiveMember {
    enum class Kind {
        File,
        Folder,
        Other,
        Damaged, ///< no member: here the archive is not one. It has no index, and what follows is read
    };

    std::uint64_t index = 0; ///< counted from 0, folders too
    std::string name{};
    Kind kind = Kind::File;
    bool isEncrypted = false;
    bool hasDictionary = false; ///< of a size that it does not say, as large as all that is unpacked
    std::uint64_t size = 0; ///< 0 when it is not known before it is read
};

/// Walks the members of an archive, forwards, without writing anything to disk. By libarchive. A zip in a
/// file is read by its central directory, one in a stream by the headers of its members. Of tars behind each
/// other all members are given.
class ArchiveReader
{
public:
    /// Errors: Malformed, and those of the source.
    static Result<std::shared_ptr<ArchiveReader>> open(std::unique_ptr<ByteSource> source,
                                                       std::shared_ptr<UnpackMeter> meter);
    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    /// Goes to the next member, whatever was read of the last one; empty at the end. Errors: Malformed (the
    /// archive breaks off or contradicts itself: nothing more can be read of it), Unsupported (a limit),
    /// Cancelled, and those of the source.
    Result<std::optional<ArchiveMember>> next();
    /// Bytes of the member at hand; 0 at its end. Errors: those of next(), Unsupported (encrypted, or packed
    /// in a way that libarchive does not know).
    Result<std::size_t> read(std::span<std::byte> buffer);
    /// Where in the archive next() looked for the member at hand.
    std::uint64_t memberPosition() const;
    /// Bytes of the archive that were asked for until now.
    std::uint64_t position() const;

private:
    struct Impl;
    explicit ArchiveReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The bytes of the member at hand. Good until the reader goes on.
std::unique_ptr<ByteSource> memberSource(std::shared_ptr<ArchiveReader> archive, const ArchiveMember& member,
                                         std::shared_ptr<UnpackMeter> meter);

/// What is in a compressed stream. Errors of reading: Malformed, Unsupported (a limit), Cancelled, and those
/// of the source.
std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source, Layer::Kind kind,
                                         std::shared_ptr<UnpackMeter> meter);

/// The bytes at the end of a chain of layers. Errors: NotFound (no such member), and those of the layers.
Result<std::unique_ptr<ByteSource>> openThrough(std::unique_ptr<ByteSource> file, const Layers& layers,
                                                const std::shared_ptr<UnpackMeter>& meter);

} // namespace whittle
