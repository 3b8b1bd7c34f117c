// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "widgets/session/importqueue.h"

namespace whittle
{

class Words;

/// How an import is told in words.
namespace importtext
{

/// It has no bytes at all.
bool isEmptyFile(const ImportJob& job);
/// Nothing was read from it, and nothing will be however often it is tried: it is empty, of no known format,
/// an archive of which every member was left out, or more than is unpacked.
bool isRefused(const ImportJob& job);
/// What kept it from being read may be gone the next time.
bool canBeRetried(const ImportJob& job);
QString state(const ImportJob& job);
/// "pcap: magic number a1b2c3d4", with the member of an archive before it; empty until it is known.
QString format(const ImportJob& job, const Words& words);
/// "12.4 of 80.2 MB · 35 MB/s · 2 s left · 1,204 events", or what came of it: "20,411 events".
QString figures(const ImportJob& job);
/// While it is being read: "08:11:10.854439  DHCPNAK  SEP001E7A24429A", one a line, at most `most`.
QString firstEvents(const ImportJob& job, const Words& words, int most);
/// Whether a person may choose another format.
bool canBeReadAs(const ImportJob& job);
/// Errors and problems in plain words with their places, one a line, at most `most` of them and then how many
/// more.
QString problems(const ImportJob& job, const Words& words, int most);
/// "in line 17"
QString place(Place place);

} // namespace importtext
} // namespace whittle
