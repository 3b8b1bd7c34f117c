// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/events/ntpassociation.h"

namespace whittle
{

enum class NtpAspect { Delay, Offset, Reach, Stratum, Reference };
std::string_view toText(NtpAspect aspect);

/// One value that the packets and `utils ntp status` both show.
struct NtpAgreement {
    NtpHost client{};
    NtpHost server{};
    CaseTime at{}; ///< of the table
    NtpAspect aspect = NtpAspect::Delay;
    std::string packets{}; ///< in the manner of the table: ms with three digits, octal, stratum, reference
    std::string table{};
    bool agrees = false;
    EventRef row{};
    EventRef packet{}; ///< the poll that the value is from
};

/// Compares each row with the polls before it. Delay and offset agree when those of one of the eight last
/// polls, from which ntpd chooses (RFC 5905 §10), are within the row's jitter and half a millisecond, by
/// which a capture may be taken nearer to the server than its client; reach where all the polls that are
/// known are set alike. By association, then time.
std::vector<NtpAgreement> ntpAgreements(const std::vector<NtpAssociation>& associations);

} // namespace whittle
