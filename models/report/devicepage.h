// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "models/analysis/analysis.h"
#include "models/report/words.h"
#include "models/timeline/markrules.h"
#include "models/timeline/timetext.h"

namespace whittle
{

/// A piece of text, that may lead to the event that proves it.
struct PageText {
    QString text{};
    std::optional<EventRef> ref{};
    std::optional<CaseTime> time{}; ///< of that event; empty: whoever follows it has to look it up
    QString full{}; ///< what a short text stands for: "span-dc1.pcap frame 213" for "frame 213"; or empty
};

using PageCell = std::vector<PageText>;

struct PageRow {
    std::vector<PageCell> cells{}; ///< one for each column of the section
    std::optional<MarkRule> mark{}; ///< stands before the cell `marked`, whose words say the same
    std::size_t marked = 0;
    std::vector<PageCell> notes{}; ///< below the row, each a line of its own
};

struct PageSection {
    std::string id{}; ///< "facts", "registrations", …
    QString title{};
    std::vector<QString> columns{}; ///< all empty: there is no head
    std::vector<PageRow> rows{};
    std::size_t total = 0; ///< of which `rows` may be the first only
    QString empty{}; ///< what to say where there are none; empty: the section is then left out
};

/// Everything that is known about one device, each fact with its reason, as a value: before any widget or
/// paper. Text out of evidence is visible text already.
struct DevicePage {
    std::string device{};
    std::vector<PageSection> sections{};
};

/// How many rows of each section are made: a device may have thousands of registrations.
struct PageDepth {
    std::size_t usual = 20;
    std::map<std::string, std::size_t> of{}; ///< by id of the section

    std::size_t rows(const std::string& section) const
    {
        const auto own = of.find(section);
        return own == of.end() ? usual : own->second;
    }
};

/// Without sections where the analysis knows no such device.
DevicePage devicePage(const Analysis& analysis, const std::string& device, const Words& words,
                      const TimeText& times, const PageDepth& depth = {});

/// "span-dc1.pcap frame 20411": where an event stands.
QString placeOf(const Analysis& analysis, const EventRef& ref, const Words& words);

} // namespace whittle
