// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace whittle
{

struct Knowledge;

/// Every text of the knowledge that is shown to people, once each, in the order of the files: what a language
/// has to translate in context "knowledge".
std::vector<std::string> translatableTexts(const Knowledge& knowledge);

} // namespace whittle
