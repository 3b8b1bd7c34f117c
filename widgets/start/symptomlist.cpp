// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/symptomlist.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "models/report/words.h"

namespace whittle
{

namespace
{

struct Planned {
    const char* id;
    const char* title;
    const char* words;
};

/// What people also come with. A symptom leaves this list by being in the knowledge.
constexpr std::array planned{
    Planned{"phone-resets", QT_TRANSLATE_NOOP("SymptomList", "Phones reset or re-register"),
            QT_TRANSLATE_NOOP("SymptomList", "“My phone restarts by itself.”")},
    Planned{"phone-not-registering", QT_TRANSLATE_NOOP("SymptomList", "A phone does not register"),
            QT_TRANSLATE_NOOP("SymptomList", "“It only says Registering.”")},
    Planned{"wrong-time", QT_TRANSLATE_NOOP("SymptomList", "Phones show the wrong time"),
            QT_TRANSLATE_NOOP("SymptomList", "“The clock on the display is off.”")},
    Planned{"ntp-not-synchronising", QT_TRANSLATE_NOOP("SymptomList", "NTP does not synchronise"),
            QT_TRANSLATE_NOOP("SymptomList", "“utils ntp status says unsynchronised.”")},
    Planned{"no-phone-control", QT_TRANSLATE_NOOP("SymptomList", "No phone control"),
            QT_TRANSLATE_NOOP("SymptomList", "“I cannot dial from my computer.”")},
    Planned{"no-presence", QT_TRANSLATE_NOOP("SymptomList", "No presence"),
            QT_TRANSLATE_NOOP("SymptomList", "“Everybody looks offline.”")},
    Planned{"client-does-not-work", QT_TRANSLATE_NOOP("SymptomList", "The client does not work"),
            QT_TRANSLATE_NOOP("SymptomList", "“I cannot log in.”")},
    Planned{"cannot-call", QT_TRANSLATE_NOOP("SymptomList", "Calls fail"),
            QT_TRANSLATE_NOOP("SymptomList", "“I get a busy tone at once.”")},
    Planned{"upgrade-fails", QT_TRANSLATE_NOOP("SymptomList", "An upgrade fails"),
            QT_TRANSLATE_NOOP("SymptomList", "“The installation stopped.”")},
    Planned{"deployment-review", QT_TRANSLATE_NOOP("SymptomList", "Review of a deployment"),
            QT_TRANSLATE_NOOP("SymptomList", "“Is this set up as it should be?”")},
};

ListedSymptom known(const Words& words, const Symptom& symptom)
{
    return {QString::fromStdString(symptom.id), words.symptomTitle(symptom.id), words.fill(symptom.words),
            !symptom.causes.empty() && !symptom.questions.empty()};
}

ListedSymptom unknown(const Planned& symptom)
{
    return {QLatin1String(symptom.id), QCoreApplication::translate("SymptomList", symptom.title),
            QCoreApplication::translate("SymptomList", symptom.words), false};
}

} // namespace

std::vector<ListedSymptom> listedSymptoms(const Words& words)
{
    std::vector<ListedSymptom> symptoms;
    for (const Symptom& symptom : words.knowledge().symptoms)
        symptoms.push_back(known(words, symptom));
    for (const Planned& symptom : planned) {
        if (!words.knowledge().symptom(symptom.id))
            symptoms.push_back(unknown(symptom));
    }
    std::stable_partition(symptoms.begin(), symptoms.end(),
                          [](const ListedSymptom& symptom) { return symptom.covered; });
    return symptoms;
}

} // namespace whittle
