// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/aboutwindow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

#include <openssl/crypto.h>
#include <sqlite3.h>

#include "widgets/shell/look/icons.h"

namespace whittle
{

namespace
{

QString licences()
{
    return AboutWindow::tr("Whittle is free software under the GNU General Public License, version 3 or "
                           "later, without any warranty.\n\n"
                           "It stands on Qt and Qt SVG (LGPL 3), Qt Charts (GPL 3), SQLite (public domain), "
                           "OpenSSL (Apache 2.0), "
                           "spdlog, fmt and nlohmann/json (MIT).\n\n"
                           "It opens no network connection. Cisco is a trademark of Cisco Systems, which has "
                           "no part in this program.");
}

} // namespace

QString AboutWindow::versions()
{
    return QStringLiteral("Whittle %1\nQt %2\nSQLite %3\n%4\n%5")
        .arg(QLatin1String(WHITTLE_VERSION), QLatin1String(qVersion()), QLatin1String(sqlite3_libversion()),
             QLatin1String(OpenSSL_version(OPENSSL_VERSION)), QSysInfo::prettyProductName());
}

AboutWindow::AboutWindow(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Whittle"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* mark = new QLabel;
    mark->setPixmap(
        linePixmap(QLatin1String("whittle"), palette().color(QPalette::Text), 64, devicePixelRatioF()));
    mark->setAccessibleName(tr("Whittle"));
    auto* heading = new QLabel(tr("Whittle %1").arg(QLatin1String(WHITTLE_VERSION)));
    heading->setProperty("role", QStringLiteral("title"));
    auto* made = new QLabel(versions());
    made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* words = new QLabel(licences());
    words->setWordWrap(true);
    words->setMinimumWidth(440);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* copy = new QPushButton(tr("Copy versions"));
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(versions()); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(mark);
    top->addWidget(heading, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 22, 24, 18);
    column->setSpacing(14);
    column->addLayout(top);
    column->addWidget(made);
    column->addWidget(words);
    column->addLayout(buttons);
}

} // namespace whittle
