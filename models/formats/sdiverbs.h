// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace whittle
{

/// What a station record tells beyond who and when; says which fields are looked for in it.
enum class SdiDetail : std::uint8_t {
    None,
    Keepalive, ///< nothing more, and there are very many
    Register,
    RegisterAck,
    Text, ///< text="…"
    Alarm,
    Reset,
    TimeDate,
    Connection,
    Disconnect,
    Listening,
};

/// One word or sentence of the trace about a station, and the event it stands for.
struct SdiVerb {
    static constexpr int noMessage = -1;

    std::string_view text;
    std::string_view kind;
    int messageId = noMessage; ///< SCCP's, where it is a message
    SdiDetail detail = SdiDetail::None;
    std::string_view how{}; ///< trace.disconnect: how the connection ended
};

/// The verb of a record, as the trace spells it in any release; null when it is about something else (calls,
/// soft keys, …).
const SdiVerb* findSdiVerb(std::string_view verb);

/// The sentence with which `text` begins; null when it is none we know.
const SdiVerb* findSdiSentence(std::string_view text);

} // namespace whittle
