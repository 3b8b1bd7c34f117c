// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include <QTest>

namespace fs = std::filesystem;

namespace
{

/// Each room may know itself and those before it.
constexpr std::array rooms{"base",   "store",  "evidence",  "capture",  "formats",  "import", "events",
                           "clocks", "checks", "narrowing", "analysis", "timeline", "report"};
/// Rooms that read hostile bytes, and what is under them.
constexpr std::array withoutQt{"base", "store", "evidence", "capture", "formats"};

std::optional<std::size_t> rank(const std::string& room)
{
    const auto found = std::ranges::find(rooms, room);
    return found == rooms.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - rooms.begin()));
}

std::vector<std::string> includesOf(const std::string& text)
{
    static const std::regex include("(?:^|\n)[ \t]*#[ \t]*include[ \t]*[<\"]([^>\"]+)[>\"]");
    std::vector<std::string> all;
    for (std::sregex_iterator found(text.begin(), text.end(), include); found != std::sregex_iterator();
         ++found)
        all.push_back((*found)[1]);
    return all;
}

/// "models/events/identity.h" → "models", "events"
std::vector<std::string> partsOf(const std::string& path)
{
    std::vector<std::string> parts;
    for (const fs::path& part : fs::path(path))
        parts.push_back(part.string());
    return parts;
}

bool isQt(const std::string& header)
{
    return (header.size() > 1 && header[0] == 'Q' && std::isupper(static_cast<unsigned char>(header[1])))
        || header.starts_with("Qt");
}

bool isQtOfAWindow(const std::string& header)
{
    static const std::regex window(
        "Q(Widget|Dialog|Label|.*Button|MainWindow|Menu.*|Action.*|Tree(View|Widget).*|Table(View|Widget).*|"
        "List(View|Widget).*"
        "|Abstract(ItemView|Button|ScrollArea)|(Box|HBox|VBox|Grid|Form|Stacked)?Layout|ScrollArea|Splitter|"
        "Style.*|ToolBar|ToolTip|"
        "MessageBox|FileDialog"
        "|Application|Chart.*|.*Series|.*Axis|GraphicsScene|GraphicsView|tWidgets/.*|tCharts/.*|SvgWidget)");
    return std::regex_match(header, window);
}

bool isQtGui(const std::string& header)
{
    static const std::regex gui("Q(Painter.*|Color|Pixmap|Image.*|Icon|Font.*|Pen|Brush|Palette|Pdf.*|Page.*|"
                                "Text(Document|Layout|Cursor|Format|Option).*"
                                "|GuiApplication|Screen|Window|Clipboard|Cursor|Polygon.*|Transform|Picture|"
                                "Paint.*|Gradient|KeySequence|tGui/.*|Svg.*)");
    return std::regex_match(header, gui);
}

std::string inModels(const std::string& room, const std::string& header)
{
    const auto parts = partsOf(header);
    const bool mayPaint = room == "report";
    if (parts[0] == "widgets" || parts[0] == "app")
        return "models know neither widgets nor app";
    if (parts[0] == "models" && parts.size() > 2 && rank(parts[1]) > rank(room))
        return room + " comes before " + parts[1];
    if (parts[0] == "models" && parts.size() > 2 && !rank(parts[1]))
        return "a room that the order does not know";
    if (isQt(header) && std::ranges::count(withoutQt, room) > 0)
        return room + " knows no Qt";
    if (isQtOfAWindow(header) || (isQtGui(header) && !mayPaint))
        return "models show nothing";
    return {};
}

/// Why `path` may not include `header`; empty when it may.
std::string refusal(const std::string& path, const std::string& header)
{
    const auto parts = partsOf(path);
    if (parts[0] != "tests" && header.starts_with("tests/"))
        return "the product does not know its tests";
    if (parts[0] == "models" && parts.size() > 2)
        return rank(parts[1]) ? inModels(parts[1], header) : "a room that the order does not know";
    if (parts[0] == "widgets" && header.starts_with("app/"))
        return "widgets do not know app";
    return {};
}

/// All that is wrong with one file, a line each.
std::string faults(const std::string& path, const std::string& text)
{
    std::string all;
    if (text.substr(0, text.find('\n')).find("SPDX-License-Identifier: GPL-3.0-or-later")
        == std::string::npos)
        all += path + ": no licence in the first line\n";
    for (const std::string& header : includesOf(text)) {
        const std::string why = refusal(path, header);
        if (!why.empty())
            all += path + ": " + header + ": " + why + "\n";
    }
    return all;
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void allows_data();
    void allows();
    void missingLicence();
    void wholeTree();
};

void TestIncludes::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* path, const char* line) {
        QTest::addRow("%s: %s", path, line) << QString::fromLatin1(path) << QString::fromLatin1(line);
    };
    row("models/base/time.h", "#include \"models/store/casefile.h\"");
    row("models/events/identity.cpp", "#include \"models/checks/check.h\"");
    row("models/evidence/hasher.cpp", "#include \"models/formats/lines.h\"");
    row("models/narrowing/word.cpp", "#include \"models/analysis/analysis.h\"");
    row("models/capture/dhcp.cpp", "#include <QString>");
    row("models/store/casefile.cpp", "#include <QtCore/QFile>");
    row("models/base/time.cpp", "  #  include <QDateTime>");
    row("models/timeline/layout.h", "#include <QColor>");
    row("models/checks/check.h", "#include <QWidget>");
    row("models/report/pdf.cpp", "#include <QTableWidget>");
    row("models/report/pdf.cpp", "#include <QtCharts/QChart>");
    row("models/report/pdf.cpp", "#include \"widgets/figures/theme.h\"");
    row("models/import/importer.cpp", "#include \"app/commands.h\"");
    row("models/import/importer.cpp", "#include \"tests/support/casefolder.h\"");
    row("models/cellar/new.cpp", "#include <string>");
    row("models/report/words.cpp", "#include \"models/cellar/new.h\"");
    row("widgets/guide/guidepanel.cpp", "#include \"app/window.h\"");
}

void TestIncludes::refuses()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    const std::string text = "// SPDX-License-Identifier: GPL-3.0-or-later\n" + line.toStdString() + "\n";
    QVERIFY(!faults(path.toStdString(), text).empty());
}

void TestIncludes::allows_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* path, const char* line) {
        QTest::addRow("%s: %s", path, line) << QString::fromLatin1(path) << QString::fromLatin1(line);
    };
    row("models/events/identity.cpp", "#include \"models/store/caserows.h\"");
    row("models/events/identity.cpp", "#include \"models/events/identity.h\"");
    row("models/report/pdf.cpp", "#include <QPainter>");
    row("models/timeline/layout.h", "#include <QString>");
    row("models/timeline/layout.h", "#include <QRectF>");
    row("models/base/time.h", "#include <chrono>");
    row("models/base/time.h", "// #include <QString> would be wrong");
    row("widgets/guide/guidepanel.cpp", "#include \"models/analysis/analysis.h\"");
    row("widgets/guide/guidepanel.cpp", "#include <QWidget>");
    row("app/window.cpp", "#include \"widgets/guide/guidepanel.h\"");
    row("tests/checks/tst_checks.cpp", "#include \"tests/support/casebuilder.h\"");
}

void TestIncludes::allows()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    const std::string text = "// SPDX-License-Identifier: GPL-3.0-or-later\n" + line.toStdString() + "\n";
    QCOMPARE(QString::fromStdString(faults(path.toStdString(), text)), QString());
}

void TestIncludes::missingLicence()
{
    QVERIFY(!faults("models/base/time.h", "").empty());
    QVERIFY(!faults("models/base/time.h", "#pragma once\n// SPDX-License-Identifier: GPL-3.0-or-later\n")
                 .empty());
    QVERIFY(!faults("models/base/time.h", "// SPDX-License-Identifier: MIT\n").empty());
}

void TestIncludes::wholeTree()
{
    const fs::path root = WHITTLE_SOURCE_DIR;
    std::string all;
    std::size_t files = 0;
    for (const char* top : {"app", "models", "widgets", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const std::string ending = entry.path().extension().string();
            if (ending != ".h" && ending != ".cpp")
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(file), {}};
            all += faults(entry.path().lexically_relative(root).generic_string(), text);
            ++files;
        }
    }
    QVERIFY(files > 200);
    QVERIFY2(all.empty(), ("\n" + all).c_str());
}

QTEST_APPLESS_MAIN(TestIncludes)
#include "tst_includes.moc"
