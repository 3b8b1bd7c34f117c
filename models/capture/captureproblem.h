// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/base/problem.h"

namespace whittle
{

/// A problem at a frame (1-based).
inline Problem problemAtFrame(Severity severity, const char* id, std::uint64_t frame,
                              std::vector<std::string> arguments = {})
{
    return {severity, id, Place{PlaceUnit::Frame, frame}, std::move(arguments)};
}

/// A problem of the capture as a whole.
inline Problem problemOfCapture(Severity severity, const char* id, std::vector<std::string> arguments = {})
{
    return {severity, id, {}, std::move(arguments)};
}

} // namespace whittle
