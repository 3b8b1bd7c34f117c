// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "models/base/ids.h"

namespace whittle
{

class KeyedJson;
class Words;
struct Analysis;

/// Row ids depend on the order in which a case grew: in the JSON a source is told by its place in the list,
/// from
/// 1. Evidence that could not be read has a place in it as well.
using SourceNumbers = std::map<SourceId, std::int64_t>;
SourceNumbers sourceNumbers(const Analysis& analysis);

/// The key `sources`, by path.
void writeSources(KeyedJson& json, const Analysis& analysis, const Words& words);

} // namespace whittle
