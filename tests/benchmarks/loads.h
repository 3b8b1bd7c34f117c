// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "tests/benchmarks/load.h"

namespace whittle::benchmark
{

/// "mixed", "signalling" (captures) or "trace"; null for any other name, and where `bytes` is 0.
std::unique_ptr<Load> makeLoad(const std::string& name, std::uint64_t bytes);

/// "100M", "1G", "5000000"; 0 for what is no size.
std::uint64_t sizeFromText(const std::string& text);

} // namespace whittle::benchmark
