// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include <QStringList>

#include "models/base/result.h"

namespace whittle
{

class CaseFile;

// What a session does with files. All of it may take a while.

/// What is in the folder, its README left out.
QStringList evidenceIn(const QString& folder);
/// A new case in the folder, which is made if need be, named after the day and `name`.
Result<std::shared_ptr<CaseFile>> createIn(const QString& folder, const QString& name);
/// However the path is spelt, also by way of a link.
bool isAt(const CaseFile& file, const std::string& path);
/// An import that was told to stop holds its case until it has undone what it began: nothing until then.
/// Errors: Cancelled, and those of CaseFile::open().
std::optional<Result<std::shared_ptr<CaseFile>>> openUnlessHeld(const std::string& path,
                                                                const std::stop_token& stop);
/// A copy at that path, opened to be written to; the case itself where it is there already. A copy that can
/// only be read stays where it is, and is an error.
Result<std::shared_ptr<CaseFile>> copyOf(const std::shared_ptr<CaseFile>& file, const std::string& path);

} // namespace whittle
