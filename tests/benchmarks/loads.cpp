// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/loads.h"

#include <charconv>

#include "tests/benchmarks/captureload.h"
#include "tests/benchmarks/traceload.h"

namespace whittle::benchmark
{

std::unique_ptr<Load> makeLoad(const std::string& name, std::uint64_t bytes)
{
    if (bytes == 0)
        return nullptr;
    if (name == "mixed" || name == "signalling")
        return std::make_unique<CaptureLoad>(CaptureLoad::Shape{.mixed = name == "mixed", .bytes = bytes});
    if (name == "trace")
        return std::make_unique<TraceLoad>(TraceLoad::Shape{.bytes = bytes});
    return nullptr;
}

std::uint64_t sizeFromText(const std::string& text)
{
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    const std::string unit = end;
    if (error != std::errc{} || !(unit.empty() || unit == "M" || unit == "G"))
        return 0;
    return size * (unit == "G" ? 1'000'000'000 : unit == "M" ? 1'000'000 : 1);
}

} // namespace whittle::benchmark
