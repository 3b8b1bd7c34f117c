// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFont>
#include <QString>

#include "models/report/devicepage.h"
#include "widgets/figures/theme.h"

namespace whittle
{

/// Rules for the classes that deviceHtml() uses, in the colours of the theme.
QString deviceStyle(const Theme& theme, const QFont& font);

/// The page as simple HTML. Its links lead to an event (eventOf()) or ask for more rows (sectionOf()).
QString deviceHtml(const DevicePage& page);

/// Where a link leads; empty: not to an event.
struct EventLink {
    EventRef ref{};
    std::optional<CaseTime> time{};
};
std::optional<EventLink> eventOf(const QString& link);
/// The section that a link wants more rows of; empty: none.
std::string sectionOf(const QString& link);
/// What all links to that event begin with.
QString linkTo(const EventRef& ref);

} // namespace whittle
