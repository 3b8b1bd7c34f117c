// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/analysis.h"
#include "models/report/report.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"

namespace whittle
{

/// What every section is made from.
struct ReportSubject {
    const Analysis& analysis;
    const Words& words;
    const TimeText& times;
};

// Each appends one section of the report, or nothing where there is nothing to say. A section more is a
// function more here and a call more in buildReport().
void addSummary(std::vector<Block>& blocks, const ReportSubject& subject);
void addInBrief(std::vector<Block>& blocks, const ReportSubject& subject);
void addFindings(std::vector<Block>& blocks, const ReportSubject& subject);
void addAnswers(std::vector<Block>& blocks, const ReportSubject& subject);
void addEliminated(std::vector<Block>& blocks, const ReportSubject& subject);
void addRemaining(std::vector<Block>& blocks, const ReportSubject& subject);
void addNextSteps(std::vector<Block>& blocks, const ReportSubject& subject);
void addSources(std::vector<Block>& blocks, const ReportSubject& subject);

/// What to do about the confirmed causes, or else about the likely one, then about why they are likely so.
std::vector<Block> remedies(const ReportSubject& subject, const Diagnosis& diagnosis);

/// "span-dc1.pcap, frame 20411"
QString placeText(const ReportSubject& subject, const EventRef& ref);
/// "2009-02-27 08:11 – 2009-03-04 06:01"; empty when there is none.
QString spanText(const TimeText& times, std::optional<CaseTime> first, std::optional<CaseTime> last);

} // namespace whittle
