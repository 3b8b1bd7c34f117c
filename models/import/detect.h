// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/base/bytes.h"

namespace whittle
{

struct Format;

/// Which format reads a file, and why.
struct Detected {
    const Format* format = nullptr; ///< null: none that is known
    std::string reason{};
};

/// Asks each format whether these first bytes are its own. The surest reads; where another one would read
/// them too, or none is sure enough, the reason names it.
Detected detect(Bytes head);

/// What the end of a file's name promises ("pcap"), that of a compression left out; empty when it promises
/// nothing.
std::string_view promisedFormat(const std::string& name);
/// The same of a compression: "gzip", as Layer::Kind is named.
std::string_view promisedCompression(const std::string& name);
bool breaksPromise(std::string_view promised, std::string_view format);

} // namespace whittle
