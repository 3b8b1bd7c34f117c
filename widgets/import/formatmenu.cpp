// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/formatmenu.h"

#include <algorithm>

#include <QCoreApplication>
#include <QMenu>
#include <QPushButton>
#include <QStringList>

#include "models/evidence/format.h"
#include "models/import/importer.h"

namespace whittle
{

namespace
{

/// The context of the texts for translators.
struct FormatMenu {
    Q_DECLARE_TR_FUNCTIONS(FormatMenu)
};

QStringList formatIds()
{
    QStringList ids;
    for (const Format* format : allFormats())
        ids << QString::fromLatin1(format->id.data(), static_cast<qsizetype>(format->id.size()));
    ids.sort();
    return ids;
}

} // namespace

QPushButton* makeFormatButton(const std::function<void(const QString&)>& chosen, QWidget* parent)
{
    auto* button = new QPushButton(FormatMenu::tr("Read as…"), parent);
    button->setToolTip(
        FormatMenu::tr("Whittle looks at the bytes to find the format. Choose another one here."));
    auto* menu = new QMenu(button);
    for (const QString& id : formatIds())
        QObject::connect(menu->addAction(id), &QAction::triggered, button, [chosen, id] { chosen(id); });
    button->setMenu(menu);
    return button;
}

} // namespace whittle
