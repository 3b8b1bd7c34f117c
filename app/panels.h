// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/workspace.h"

namespace whittle
{

class MainWindow;
class Session;

/// Makes the panels of the workspace. The knowledge must outlive them.
WorkspaceParts makePanels(const Knowledge& knowledge);

/// Joins what the panels tell to the window and the session.
void connectPanels(MainWindow& window, Session& session);

} // namespace whittle
