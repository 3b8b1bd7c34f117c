// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/startpage.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>

#include "models/report/visibletext.h"
#include "widgets/shell/look/icons.h"
#include "widgets/start/rowbutton.h"
#include "widgets/start/symptomlist.h"

namespace whittle
{

namespace
{

constexpr int pageWidth = 1120;
constexpr std::size_t shownRecent = 8;

QLabel* label(const QString& text, const char* role)
{
    auto* made = new QLabel(text);
    made->setProperty("role", QLatin1String(role));
    made->setTextFormat(Qt::PlainText);
    return made;
}

/// A card with a heading, and the layout below it.
QFrame* makeCard(const QString& heading, QVBoxLayout*& rows)
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 16, 12, 12);
    layout->setSpacing(2);
    auto* title = label(heading, "heading");
    title->setContentsMargins(10, 0, 0, 8);
    layout->addWidget(title);
    rows = new QVBoxLayout;
    rows->setSpacing(2);
    layout->addLayout(rows);
    layout->addStretch(1);
    return card;
}

QString shortFolder(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    return folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder;
}

void clear(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

QStringList droppedFiles(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

StartPage::StartPage(const Words& words, QWidget* parent)
    : QWidget(parent)
    , m_words(words)
{
    setAcceptDrops(true);
    auto* page = new QWidget;
    page->setMaximumWidth(pageWidth);
    page->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(16);
    column->addWidget(makeHeader());
    column->addWidget(m_dropArea = makeDropArea());
    auto* cards = new QHBoxLayout;
    cards->setSpacing(18);
    cards->addWidget(makeRecent(), 1);
    cards->addWidget(makeSymptoms(), 1);
    column->addLayout(cards);
    column->addStretch(1);

    auto* centred = new QWidget;
    auto* row = new QHBoxLayout(centred);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(page, 1000);
    row->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(centred);
    scroll->viewport()->setAutoFillBackground(false);
    centred->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    setRecent({});
}

QWidget* StartPage::makeHeader()
{
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(16);
    m_mark = new QLabel;
    m_mark->setAccessibleName(tr("Whittle"));
    row->addWidget(m_mark);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(label(tr("Why do the phones reset?"), "title"));
    words->addWidget(label(tr("Whittle reads what the phones, the servers and the network left behind, and "
                              "cuts away every cause that "
                              "does not fit."),
                           "dim"));
    row->addLayout(words, 1);
    return header;
}

QFrame* StartPage::makeDropArea()
{
    auto* area = new QFrame;
    area->setObjectName(QStringLiteral("dropArea"));
    area->setAccessibleName(tr("Drop evidence here"));
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(24, 20, 24, 22);
    column->setSpacing(6);
    m_dropIcon = new QLabel;
    column->addWidget(m_dropIcon, 0, Qt::AlignHCenter);
    auto* headline = label(tr("Drop evidence here"), "title");
    column->addWidget(headline, 0, Qt::AlignHCenter);
    column->addWidget(
        label(tr("Captures, CUCM traces, phone console logs, NTP status, whole folders — or a case."), "dim"),
        0, Qt::AlignHCenter);
    column->addWidget(
        label(tr("Your files are read, never altered, and nothing leaves this computer."), "small"), 0,
        Qt::AlignHCenter);
    column->addSpacing(10);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    m_addEvidence = new QPushButton(tr("&Add evidence…"));
    m_addEvidence->setProperty("primary", true);
    m_openCase = new QPushButton(tr("&Open case…"));
    m_sample = new QPushButton(tr("Open the &sample case"));
    row->addStretch(1);
    for (QPushButton* button : {m_addEvidence, m_openCase, m_sample})
        row->addWidget(button);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_openCase, &QPushButton::clicked, this, &StartPage::openCaseRequested);
    connect(m_addEvidence, &QPushButton::clicked, this, &StartPage::addEvidenceRequested);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    return area;
}

QWidget* StartPage::makeRecent()
{
    return makeCard(tr("Recent cases"), m_recentRows);
}

QWidget* StartPage::makeSymptoms()
{
    QVBoxLayout* rows = nullptr;
    QFrame* card = makeCard(tr("What does “it doesn’t work” mean?"), rows);
    for (const ListedSymptom& symptom : listedSymptoms(m_words)) {
        auto* row = symptom.covered ? new RowButton(symptom.title, tr("“%1”").arg(symptom.words))
                                    : new RowButton(symptom.title, {}, tr("not covered yet"));
        row->setEnabled(symptom.covered);
        row->setToolTip(symptom.covered ? tr("Start without evidence: answer questions and see what remains.")
                                        : symptom.words);
        connect(row, &RowButton::clicked, this, [this, id = symptom.id] { Q_EMIT symptomChosen(id); });
        rows->addWidget(row);
    }
    return card;
}

void StartPage::setRecent(const std::vector<RecentCase>& recent)
{
    clear(*m_recentRows);
    for (std::size_t i = 0; i < recent.size() && i < shownRecent; ++i) {
        const RecentCase& one = recent[i];
        auto* row =
            new RowButton(visibleText(QFileInfo(one.path).completeBaseName()),
                          visibleText(shortFolder(one.path)), one.exists ? QString() : tr("no longer there"));
        row->setEnabled(one.exists);
        row->setToolTip(QStringLiteral("<span>%1</span>").arg(visibleText(one.path).toHtmlEscaped()));
        connect(row, &RowButton::clicked, this, [this, path = one.path] { Q_EMIT recentChosen(path); });
        m_recentRows->addWidget(row);
    }
    if (recent.empty()) {
        auto* none =
            label(tr("None yet. A case is made by itself as soon as there is evidence, and is kept."), "dim");
        none->setWordWrap(true);
        none->setContentsMargins(10, 0, 10, 0);
        m_recentRows->addWidget(none);
    }
}

void StartPage::setTheme(const Theme& theme)
{
    const double ratio = devicePixelRatioF();
    m_mark->setPixmap(linePixmap(QLatin1String("whittle"), theme.accent, 52, ratio));
    m_dropIcon->setPixmap(linePixmap(QLatin1String("drop"), theme.accent, 44, ratio));
    setLineIcon(*m_openCase, QLatin1String("folder"), theme.text);
    setLineIcon(*m_addEvidence, QLatin1String("add"), theme.onAccent);
    setLineIcon(*m_sample, QLatin1String("sample"), theme.text);
}

void StartPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedFiles(*event->mimeData()).isEmpty())
        return;
    setHot(true);
    event->acceptProposedAction();
}

void StartPage::dragLeaveEvent(QDragLeaveEvent*)
{
    setHot(false);
}

void StartPage::dropEvent(QDropEvent* event)
{
    setHot(false);
    event->acceptProposedAction();
    Q_EMIT filesDropped(droppedFiles(*event->mimeData()));
}

void StartPage::setHot(bool hot)
{
    m_dropArea->setProperty("hot", hot);
    m_dropArea->style()->unpolish(m_dropArea);
    m_dropArea->style()->polish(m_dropArea);
}

} // namespace whittle
