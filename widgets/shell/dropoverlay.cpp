// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/dropoverlay.h"

#include <QLabel>
#include <QVBoxLayout>

namespace whittle
{

DropOverlay::DropOverlay(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel)
{
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_text->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    hide();
}

void DropOverlay::showOver(const QRect& area, const QString& text)
{
    m_text->setText(text);
    setGeometry(area);
    raise();
    show();
}

} // namespace whittle
