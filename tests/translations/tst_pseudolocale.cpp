// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QWidget>
#include <QXmlStreamReader>

#include "app/resources.h"
#include "app/window.h"
#include "models/timeline/scenebuilder.h"
#include "widgets/session/session.h"
#include "widgets/shell/mainwindow.h"

using namespace whittle;

namespace
{

using TextKey = QPair<QString, QString>; ///< context and source

/// All texts that a translator gets to see.
QSet<TextKey> extractedTexts()
{
    QFile file(QStringLiteral(WHITTLE_SOURCE_DIR "/translations/whittle_de.ts"));
    QSet<TextKey> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QLatin1String("source"))
            texts.insert({context, xml.readElementText()});
    }
    return texts;
}

/// Speaks a language in which every word stands in brackets, and notes what no translator was shown.
class PseudoTranslator : public QTranslator
{
public:
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (QByteArray(context).startsWith('Q')) // Qt's own words are Qt's to translate
            return {};
        const TextKey key(QString::fromUtf8(context), QString::fromUtf8(source));
        if (!m_known.contains(key))
            m_missing.insert(key);
        return QStringLiteral("[%1]").arg(key.second);
    }
    bool isEmpty() const override { return false; }

    const QSet<TextKey>& missing() const { return m_missing; }

private:
    QSet<TextKey> m_known = extractedTexts();
    mutable QSet<TextKey> m_missing;
};

/// What comes out of evidence, settings or protocols, and is the same in every language.
bool isDataLine(const QString& text)
{
    static const QRegularExpression data(
        QStringLiteral("^(" // one of
                       "[^A-Za-z]*" // no word at all
                       "|.*(\\.pcap|\\.log|\\.txt|\\.whittle|SEP[0-9A-F]{12}|/tmp/).*" // files and devices
                       "|(dhcp|sccp|ntp|tcp|phone|trace|tftp|alarm)\\.[a-z0-9-]+.*" // kinds of events and
                                                                                    // quotations of frames
                       "|[A-Z]{3} [0-9]{2}:[0-9]{2}:.*" // a quoted line of a console
                       "|[*+# ]?[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+ .*" // a quoted row of ntpq
                       "|pcap|pcapng|cucm-sdi|phone-console|ntp-status|unknown"
                       "|UTC.*|[A-Z][A-Za-z]+/[A-Za-z_/]+" // zones
                       "|[0-9a-f]{64}|[0-9.:]+|\\s*[0-9T:. ±+−–-]+(s|ms|h|min|d|%)?"
                       "|Whittle.*|DHCP|NTP|TCP|SCCP|Ctrl\\+.*|[A-Z]"
                       ")$"),
        QRegularExpression::DotMatchesEverythingOption);
    return data.match(text).hasMatch();
}

bool isData(const QString& text)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    return std::all_of(lines.begin(), lines.end(), isDataLine);
}

/// Names of the trade, such as DHCPNAK, are not for translators.
bool isTradeName(const QString& text)
{
    return text == text.toUpper();
}

bool isTranslated(const QString& text)
{
    return text.contains(QLatin1Char('[')) || isData(text);
}

/// Every text of one widget, with the name of where it was found.
QStringList textsOf(const QWidget* widget)
{
    QStringList texts{widget->windowTitle(), widget->toolTip(), widget->accessibleName(),
                      widget->accessibleDescription()};
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        texts << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        texts << button->text();
    if (const auto* box = qobject_cast<const QGroupBox*>(widget))
        texts << box->title();
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
        texts << edit->placeholderText();
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
    }
    if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
        for (int i = 0; i < combo->count(); ++i)
            texts << combo->itemText(i);
    }
    for (const QAction* action : widget->actions())
        texts << action->text() << action->toolTip();
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model()) {
        for (int column = 0; column < view->model()->columnCount(); ++column)
            texts << view->model()->headerData(column, Qt::Horizontal).toString();
    }
    return texts;
}

} // namespace

/// No text that a person sees escapes translation: the whole window, with the sample case open, in a made-up
/// language.
class TestPseudoLocale : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    PseudoTranslator m_translator;

    static QStringList untranslated(const QWidget* root)
    {
        QStringList found;
        QList<const QWidget*> widgets{root};
        for (const QWidget* child : root->findChildren<QWidget*>()) {
            if (!child->objectName().startsWith(
                    QLatin1String("Scroll"))) // the tab bar's own buttons speak Qt's language
                widgets << child;
        }
        for (const QWidget* widget : widgets) {
            for (const QString& text : textsOf(widget)) {
                if (!isTranslated(text))
                    found << QStringLiteral("%1 %2: %3")
                                 .arg(QString::fromUtf8(widget->metaObject()->className()),
                                      widget->objectName(), text);
            }
        }
        found.removeDuplicates();
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::installTranslator(&m_translator);
    }

    void aForgottenTextIsFound()
    {
        QWidget parent;
        QLabel forgotten(QStringLiteral("Nobody translates me"), &parent);
        QLabel data(QStringLiteral("SEP001E7A24429A"), &parent);
        QCOMPARE(untranslated(&parent).size(), 1);
    }

    void everyTextOfTheWindowIsTranslated()
    {
        const auto knowledge = builtInKnowledge();
        QVERIFY(knowledge.hasValue());
        WindowPlaces places = WindowPlaces::standard(m_folder.path());
        places.sampleFolder = dataFolder(QStringLiteral("samples/warehouse"));
        Window window(*knowledge, places);
        window.show();
        QCOMPARE(untranslated(&window.mainWindow()).join(QLatin1Char('\n')), QString());
        window.session().openSample(places.sampleFolder, QStringLiteral("SEP001E7A24429A"));
        QTRY_VERIFY_WITH_TIMEOUT(
            window.session().analysis() && !window.session().analysis()->findings.empty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isAnalysing(), 20'000);
        for (QTabBar* tabs : window.mainWindow().findChildren<QTabBar*>()) {
            for (int i = 0; i < tabs->count(); ++i) {
                tabs->setCurrentIndex(i);
                QTest::qWait(50);
                QCOMPARE(untranslated(&window.mainWindow()).join(QLatin1Char('\n')), QString());
            }
        }
        const TimelineScene scene = buildScene(*window.session().analysis(), {});
        for (const auto& lane : scene.lanes)
            QVERIFY2(isTranslated(lane.title), qPrintable(lane.title));
    }

    void everyTextWasExtracted()
    {
        QStringList missing;
        for (const auto& [context, source] : m_translator.missing())
            missing << (isTradeName(source) ? QString() : context + QStringLiteral(": ") + source);
        missing.removeAll(QString());
        missing.sort();
        QCOMPARE(missing.join(QLatin1Char('\n')), QString());
    }
};

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
