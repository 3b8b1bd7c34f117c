// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/knowledge.h"

#include <algorithm>

namespace whittle
{

namespace
{
template <typename Row>
const Row* find(const std::vector<Row>& rows, std::string_view id)
{
    const auto found = std::ranges::find(rows, id, &Row::id);
    return found == rows.end() ? nullptr : &*found;
}
} // namespace

const Cause* Knowledge::cause(std::string_view id) const
{
    return find(causes, id);
}

const Question* Knowledge::question(std::string_view id) const
{
    return find(questions, id);
}

const Symptom* Knowledge::symptom(std::string_view id) const
{
    return find(symptoms, id);
}

const Symptom* Knowledge::refinementOf(std::string_view cause) const
{
    return find(refinements, cause);
}

const CheckText* Knowledge::check(std::string_view id) const
{
    return find(checks, id);
}

const Collectable* Knowledge::collectable(std::string_view id) const
{
    return find(collect, id);
}

} // namespace whittle
