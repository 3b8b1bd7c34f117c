// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/report/pagestrip.h"

using namespace whittle;

namespace
{

Strip strip(double height, double before = 0, bool keepWithNext = false)
{
    Strip strip;
    strip.height = height;
    strip.before = before;
    strip.keepWithNext = keepWithNext;
    return strip;
}

/// "0@0 1@12 | 2@0": which strip stands where, page by page; a repeated one is "r".
QString told(const std::vector<Strip>& strips, double pageHeight)
{
    QStringList pages;
    for (const StripPage& page : paginate(strips, pageHeight)) {
        QStringList placed;
        for (const PlacedStrip& one : page) {
            const bool own = one.strip >= strips.data() && one.strip < strips.data() + strips.size();
            placed << (own ? QString::number(one.strip - strips.data()) : QStringLiteral("r")) + u'@'
                    + QString::number(one.y);
        }
        pages << placed.join(u' ');
    }
    return pages.join(QStringLiteral(" | "));
}

} // namespace

class TestPaginate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGivesNoPage() { QCOMPARE(told({}, 100), QString()); }

    void higherThanAPageHasOneOfItsOwn()
    {
        QCOMPARE(told({strip(10), strip(500), strip(10)}, 100), QStringLiteral("0@0 | 1@0 | 2@0"));
    }

    void spaceAboveIsLeftOutAtTheTop()
    {
        QCOMPARE(told({strip(60, 20), strip(30, 10), strip(30, 10)}, 100), QStringLiteral("0@0 1@70 | 2@0"));
    }

    void headingGoesWithWhatFollows()
    {
        QCOMPARE(told({strip(80), strip(15, 0, true), strip(10)}, 100), QStringLiteral("0@0 | 1@0 2@15"));
    }

    void keptTogetherFillsThePageExactly()
    {
        QCOMPARE(told({strip(40), strip(30, 10, true), strip(20)}, 100), QStringLiteral("0@0 1@50 2@80"));
    }

    void keptTogetherButLongerThanAPageIsSplit()
    {
        QCOMPARE(told({strip(20), strip(50, 0, true), strip(50, 0, true), strip(50)}, 100),
                 QStringLiteral("0@0 1@20 | 2@0 3@50"));
    }

    void pageBreakAtTheTopGivesNoEmptyPage()
    {
        std::vector<Strip> strips{strip(10), strip(10)};
        strips[0].startsPage = strips[1].startsPage = true;
        QCOMPARE(told(strips, 100), QStringLiteral("0@0 | 1@0"));
    }

    void headerIsRepeatedWhereATableGoesOn()
    {
        const auto header = std::make_shared<const std::vector<Strip>>(std::vector<Strip>{strip(10)});
        std::vector<Strip> strips{strip(10, 0, true), strip(50), strip(50), strip(50)};
        for (std::size_t i = 1; i < strips.size(); ++i)
            strips[i].repeated = header;
        QCOMPARE(told(strips, 100), QStringLiteral("0@0 1@10 | r@0 2@10 | r@0 3@10"));
    }
};

QTEST_APPLESS_MAIN(TestPaginate)
#include "tst_paginate.moc"
