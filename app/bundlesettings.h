// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/unpackmeter.h"

class QSettings;

namespace whittle
{

/// How much one file may unpack to: what stands in the settings under "bundles/members", "bundles/depth",
/// "bundles/total-bytes", "bundles/ratio", "bundles/free-bytes", "bundles/free-total-bytes" and
/// "bundles/memory", else our own (BundleLimits). A number that is none, or not above zero, counts as not
/// there.
BundleLimits bundleLimits(const QSettings& settings);
/// Those that differ from our own; the others are taken out, so that ours count.
void keepBundleLimits(QSettings& settings, const BundleLimits& limits);

} // namespace whittle
