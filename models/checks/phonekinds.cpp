// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <map>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/phonetime.h"
#include "models/checks/timechecks.h"

namespace whittle
{

namespace
{

/// These show the local time that CUCM sends; all later models take UTC and their zone, and apply the rules
/// of daylight saving themselves.
constexpr std::array<std::string_view, 13> localTimeModels{
    "30SP+", "12SP+", "12SP", "12", "30VIP", "7902", "7905", "7910", "7912", "7920", "7935", "7940", "7960"};

struct Kinds {
    int rightLocal = 0;
    int wrongLocal = 0;
    int rightUtc = 0;
    int wrongUtc = 0;
};

std::map<std::string, std::string> modelsOf(const CheckContext& context)
{
    std::map<std::string, std::string> models;
    forEachOf(context, "site", [&](const EventRow& event) {
        const FieldView fields(event.fields);
        if (event.kind == "site.phone")
            models[fields.value("name").value_or("")] = fields.value("model").value_or("");
    });
    return models;
}

/// Of the phones whose displays somebody read, and whose models the site description tells.
Kinds kindsOf(const CheckContext& context)
{
    const auto models = modelsOf(context);
    Kinds kinds;
    for (const SeenTime& one : seenTimes(context)) {
        const auto model = models.find(one.phone);
        if (model == models.end() || model->second.empty())
            continue;
        const bool isLocal = std::ranges::find(localTimeModels, model->second) != localTimeModels.end();
        const bool isWrong = wrongMinutes({one}).has_value();
        int& count = isLocal ? (isWrong ? kinds.wrongLocal : kinds.rightLocal)
                             : (isWrong ? kinds.wrongUtc : kinds.rightUtc);
        ++count;
    }
    return kinds;
}

CheckOutcome kindOutcome(const CheckContext& context, std::string id, int wrong, int right, int otherWrong,
                         int otherRight)
{
    CheckOutcome outcome = notObservable(std::move(id), {"site"});
    if (wrong + right == 0 || otherWrong + otherRight == 0 || wrong + otherWrong == 0)
        return outcome;
    outcome.needs.clear();
    const bool only = right == 0 && otherWrong == 0;
    outcome.result = only ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"wrong", std::to_string(wrong)}, {"right", std::to_string(otherRight)}};
    for (const SeenTime& one : seenTimes(context))
        addProof(outcome, context.cite(*one.event), one.phone);
    return outcome;
}

} // namespace

/// Yes: of the displays that somebody read, those of models that show CUCM's local time are wrong, and the
/// others right.
CheckOutcome checkOnlyLocalTimePhones(const CheckContext& context)
{
    const Kinds kinds = kindsOf(context);
    return kindOutcome(context, "only-local-time-phones-wrong", kinds.wrongLocal, kinds.rightLocal,
                       kinds.wrongUtc, kinds.rightUtc);
}

/// Yes: the other way round.
CheckOutcome checkOnlyUtcPhones(const CheckContext& context)
{
    const Kinds kinds = kindsOf(context);
    return kindOutcome(context, "only-utc-phones-wrong", kinds.wrongUtc, kinds.rightUtc, kinds.wrongLocal,
                       kinds.rightLocal);
}

} // namespace whittle
