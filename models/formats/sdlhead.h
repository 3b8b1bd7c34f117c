// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace whittle
{

/// The front of a row of an SDL trace: "28147303.000 |00:00:00.397 |AppInfo  |…". Copies are often squeezed:
/// the number of blanks says nothing.
struct SdlHead {
    enum class Kind : std::uint8_t {
        None, ///< not the front of a row: the line continues the one before
        Row,
        BadTime, ///< the shape is right, the time cannot be one
    };

    Kind kind = Kind::None;
    std::uint64_t sequence = 0; ///< what belongs together has the same
    std::int64_t ns = 0; ///< since midnight
    std::string_view clock;
    std::string_view type; ///< "SdlSig", "AppInfo", …
    std::string_view rest; ///< all that follows the bar behind the type, without blanks at its ends

    static SdlHead read(std::string_view line);
};

/// The columns of a signal: name, state of the receiver, receiver, sender, correlation tag, queue and
/// parameters (which may hold bars of their own).
struct SdlSignalRow {
    std::string_view name;
    std::string_view state;
    std::string_view receiver; ///< "StationD(1,100,64,5195)"
    std::string_view sender;
    std::string_view address; ///< of the correlation tag "1,100,14,5210.26^10.105.132.116^SEP10F311B680E2"
    std::string_view device;
    std::string_view connection; ///< "1,100,14,5210"
    std::string_view parameters;

    static SdlSignalRow read(std::string_view rest);
};

/// "5195" of "StationD(1,100,64,5195)"; empty when the text is no process.
std::string_view sdlInstance(std::string_view process);

} // namespace whittle
