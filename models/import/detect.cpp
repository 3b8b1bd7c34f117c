// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/detect.h"

#include <algorithm>
#include <array>
#include <span>

#include "models/base/ascii.h"
#include "models/evidence/format.h"
#include "models/import/foreign.h"
#include "models/import/importer.h"

namespace whittle
{

namespace
{

// A text in which fewer than half of the lines fit is rather something else.
constexpr int leastConfidence = 50;

struct Candidate {
    const Format* format = nullptr;
    Sniff sniff{};
};

using Ending = std::pair<std::string_view, std::string_view>; ///< of a name, and what it promises

constexpr std::array<Ending, 5> compressions{
    {{".gz", "gzip"}, {".tgz", "gzip"}, {".bz2", "bzip2"}, {".xz", "xz"}, {".zst", "zstd"}}};

constexpr std::array<Ending, 10> formatEndings{{{".pcap", "pcap"},
                                                {".pcapng", "pcapng"},
                                                {".cap", "pcap"},
                                                {".reg", "windows-registry"},
                                                {".zip", "archive"},
                                                {".7z", "archive"},
                                                {".rar", "archive"},
                                                {".cab", "archive"},
                                                {".tar", "archive"},
                                                {".tgz", "archive"}}};

Ending endingOf(std::string_view name, std::span<const Ending> endings)
{
    const auto found =
        std::ranges::find_if(endings, [&](const Ending& one) { return name.ends_with(one.first); });
    return found == endings.end() ? Ending() : *found;
}

std::string nameOf(const Candidate& candidate)
{
    return std::string(candidate.format->id) + ": " + candidate.sniff.reason;
}

} // namespace

Detected detect(Bytes head)
{
    if (head.empty())
        return {nullptr, "empty: 0 bytes"};
    Candidate best;
    Candidate second;
    for (const Format* format : allFormats()) {
        Candidate candidate{format, format->sniff(head)};
        if (candidate.sniff.confidence > best.sniff.confidence)
            std::swap(candidate, best);
        if (candidate.sniff.confidence > second.sniff.confidence)
            std::swap(candidate, second);
    }
    const std::string_view foreign = foreignKind(head);
    if (best.sniff.confidence < leastConfidence && !foreign.empty())
        return {nullptr, std::string(foreign)};
    if (!best.format)
        return {nullptr, "its beginning fits none of the formats"};
    if (best.sniff.confidence < leastConfidence)
        return {nullptr, "nearest to " + nameOf(best)};
    if (second.sniff.confidence >= leastConfidence)
        best.sniff.reason += "; it could also be " + nameOf(second);
    return {best.format, best.sniff.reason};
}

std::string_view promisedCompression(const std::string& name)
{
    return endingOf(lowerCase(name), compressions).second;
}

std::string_view promisedFormat(const std::string& name)
{
    std::string path = lowerCase(name); // Windows does not mind the case
    const std::string_view compression = endingOf(path, compressions).first;
    if (compression != ".tgz")
        path.resize(path.size() - compression.size());
    return endingOf(path, formatEndings).second;
}

bool breaksPromise(std::string_view promised, std::string_view format)
{
    const bool bothCaptures = promised.starts_with("pcap") && format.starts_with("pcap");
    return !promised.empty() && promised != format && !bothCaptures;
}

} // namespace whittle
