// SPDX-License-Identifier: GPL-3.0-or-later
// Compares what Whittle understands of labelled cases with the truth about them, and prints a table.
//
//     compare_cases [--details] [--strict] FOLDER...       FOLDER holds <case>/evidence and <case>/truth.json
//     compare_cases [--details] [--strict] --case EVIDENCE TRUTH
//
// Exit status: 0 everything was compared, 1 something could not be (--strict: or differs, or an incident that
// is in the evidence was not found, one was invented, or an answer stands before its question), 2 usage.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string_view>

#include <QTemporaryDir>

#include "tests/compare/counts.h"
#include "tests/compare/incidents.h"
#include "tests/compare/order.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

namespace fs = std::filesystem;

struct Named {
    fs::path evidence;
    fs::path truth;
};

struct Sums {
    std::size_t counts = 0;
    std::size_t countsRight = 0;
    IncidentRows incidents;
    OrderRows order;
    bool failed = false;
};

std::vector<Named> casesIn(const fs::path& folder)
{
    std::vector<Named> cases;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (fs::exists(entry.path() / "truth.json"))
            cases.push_back({entry.path() / "evidence", entry.path() / "truth.json"});
    }
    std::ranges::sort(cases, {}, &Named::truth);
    return cases;
}

void printRow(const std::string& name, std::size_t counts, std::size_t right, const IncidentRows& rows,
              const OrderRows& order)
{
    std::printf("%-16s %6zu %6zu   %6zu %6zu %6zu %6zu %8zu   %7zu %6zu\n", name.c_str(), counts, right,
                rows.all, rows.inEvidence, rows.found, rows.sameKind, rows.invented.size(), order.compared,
                order.wrong.size());
}

void compare(const LabelledCase& one, bool details, Sums& sums)
{
    std::size_t compared = 0;
    std::size_t right = 0;
    std::vector<std::string> remarks;
    for (const CountRow& row : compareCounts(one)) {
        compared += row.found ? 1 : 0;
        right += row.found == row.expected ? 1 : 0;
        if (row.found && *row.found != row.expected)
            remarks.push_back(row.source + " " + row.what + ": " + std::to_string(row.expected) + ", found "
                              + std::to_string(*row.found));
    }
    const IncidentRows incidents = compareIncidents(one);
    const OrderRows order = compareOrder(one);
    printRow(one.name, compared, right, incidents, order);
    for (const std::string& line : incidents.missed)
        remarks.push_back("incident " + line);
    for (const std::string& line : incidents.invented)
        remarks.push_back("no incident, and yet " + line);
    for (const std::string& line : order.wrong)
        remarks.push_back("effect before cause: " + line);
    for (const std::string& line : details ? remarks : std::vector<std::string>())
        std::printf("    %s\n", line.c_str());
    sums.counts += compared;
    sums.countsRight += right;
    sums.incidents.all += incidents.all;
    sums.incidents.inEvidence += incidents.inEvidence;
    sums.incidents.found += incidents.found;
    sums.incidents.sameKind += incidents.sameKind;
    sums.incidents.invented.insert(sums.incidents.invented.end(), incidents.invented.begin(),
                                   incidents.invented.end());
    sums.order.compared += order.compared;
    sums.order.wrong.insert(sums.order.wrong.end(), order.wrong.begin(), order.wrong.end());
}

bool isRight(const Sums& sums)
{
    return sums.countsRight == sums.counts && sums.incidents.found == sums.incidents.inEvidence
        && sums.incidents.invented.empty() && sums.order.wrong.empty();
}

bool takeFlag(std::vector<std::string>& words, std::string_view flag)
{
    return std::erase(words, flag) > 0;
}

int compareAll(const std::vector<Named>& cases, bool details, bool strict)
{
    const QTemporaryDir folder;
    Sums sums;
    std::printf("%-16s %6s %6s   %6s %6s %6s %6s %8s   %7s %6s\n", "case", "counts", "right", "incid.",
                "seen", "found", "alike", "invented", "answers", "early");
    for (const Named& named : cases) {
        try {
            const auto one = understandCase(named.evidence, named.truth, folder.path().toStdString());
            if (one)
                compare(*one, details, sums);
            sums.failed = sums.failed || !one;
            if (!one)
                std::fprintf(stderr, "%s: %s\n", named.truth.c_str(), toText(one.error()).c_str());
        } catch (const std::exception& error) {
            sums.failed = true;
            std::fprintf(stderr, "%s: %s\n", named.truth.c_str(), error.what());
        }
    }
    printRow("all", sums.counts, sums.countsRight, sums.incidents, sums.order);
    return sums.failed || cases.empty() || (strict && !isRight(sums)) ? 1 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> words(argv + 1, argv + argc);
    const bool details = takeFlag(words, "--details");
    const bool strict = takeFlag(words, "--strict");
    if (words.size() == 3 && words.front() == "--case")
        return compareAll({{words[1], words[2]}}, details, strict);
    if (words.empty() || words.front().starts_with("--")) {
        std::fprintf(stderr,
                     "usage: compare_cases [--details] [--strict] FOLDER... | --case EVIDENCE TRUTH\n");
        return 2;
    }
    std::vector<Named> cases;
    for (const std::string& word : words) {
        std::error_code none;
        if (!fs::is_directory(word, none)) {
            std::fprintf(stderr, "%s: no folder\n", word.c_str());
            return 1;
        }
        std::ranges::move(casesIn(word), std::back_inserter(cases));
    }
    return compareAll(cases, details, strict);
}
