// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <memory>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace whittle
{

namespace
{

/// Owned by the application once it is installed.
void install(const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
    if (!translator->load(QLocale(), name, QStringLiteral("_"), folder))
        return;
    if (QCoreApplication::installTranslator(translator.get()))
        translator.release(); // its parent deletes it
}

} // namespace

void installLanguage()
{
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("whittle"), QStringLiteral(":/i18n"));
}

} // namespace whittle
