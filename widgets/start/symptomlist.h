// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace whittle
{

class Words;

/// A symptom as the start page lists it.
struct ListedSymptom {
    QString id;
    QString title;
    QString words; ///< what people say
    bool covered = false; ///< there is knowledge to narrow it down
};

/// All symptoms people come with, those that can be narrowed down first; the ones that cannot are listed too,
/// so that nobody looks for them in vain.
std::vector<ListedSymptom> listedSymptoms(const Words& words);

} // namespace whittle
