// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <stop_token>

#include "models/evidence/blockreader.h"
#include "models/import/importer.h"
#include "models/store/caserows.h"

namespace whittle
{

class RewindableBytes;

/// Reads single records again, of one source after the other. What is packed stays unpacked to where the last
/// record was: who asks for them in their order reads each source once. Used by one thread.
class RecordReader
{
public:
    explicit RecordReader(std::stop_token stop = {})
        : m_stop(std::move(stop))
    {
    }
    /// See rawRecord().
    Result<RawRecord> record(const CaseReader& reader, const SourceRow& source, std::uint64_t number);

private:
    Result<std::vector<std::byte>> fetch(const CaseReader& reader, const SourceRow& source,
                                         std::uint64_t number);
    Result<std::unique_ptr<ByteSource>> open(const SourceRow& source);

    std::stop_token m_stop;
    std::optional<SourceId> m_source;
    std::shared_ptr<RewindableBytes> m_unpacked; ///< of m_source
};

/// The bytes of a source as they were collected: of its file, or of the member of an archive. Errors: those
/// of openFile() and of the layers.
Result<std::unique_ptr<ByteSource>> openCollected(const SourceRow& source, const std::stop_token& stop = {});

/// Of SourceRow::layers those that lead to the bytes as they were collected.
std::string collectedLayers(const std::string& layers);

} // namespace whittle
