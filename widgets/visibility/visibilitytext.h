// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/analysis/analysis.h"

namespace whittle::visibilitytext
{

QString component(const VisibilityRow& row); ///< "DHCP server", "CUCM cucm-pub"
QString aboutComponent(Component component); ///< what it is, in a sentence
QString layer(Layer layer); ///< "Network"
QString aboutLayer(Layer layer); ///< what shows it
/// "2 sources", "silent", "nobody"; a dash where nothing could show it.
QString cell(const VisibilityCell& cell);
/// The state of a cell in a sentence.
QString sight(const VisibilityCell& cell);
/// None of those that have seen it is known to have seen all.
bool hasGaps(const VisibilityCell& cell);
/// "span-dc1.pcap"
QString sourceName(const Analysis& analysis, SourceId source);

} // namespace whittle::visibilitytext
