// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/narrowing/knowledge.h"

namespace whittle
{

/// The knowledge that is built in (:/knowledge/*.json). It was checked when it was built; an error is a fault
/// of the build.
Result<Knowledge> builtInKnowledge();

/// A folder that came with the program, such as "samples/warehouse"; empty when it is nowhere. Looked for, in
/// this order, below $WHITTLE_DATA_DIR, in share/whittle beside the folder of the executable, and in the
/// source tree that it was built from.
QString dataFolder(const QString& name);

} // namespace whittle
