// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/symptomlist.h"

#include <algorithm>

#include "models/report/words.h"

namespace whittle
{

std::vector<ListedSymptom> listedSymptoms(const Words& words)
{
    std::vector<ListedSymptom> symptoms;
    for (const Symptom& symptom : words.knowledge().symptoms) {
        symptoms.push_back({QString::fromStdString(symptom.id), words.symptomTitle(symptom.id),
                            words.fill(symptom.words),
                            !symptom.causes.empty() && !symptom.questions.empty()});
    }
    std::stable_partition(symptoms.begin(), symptoms.end(),
                          [](const ListedSymptom& symptom) { return symptom.covered; });
    return symptoms;
}

} // namespace whittle
