// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QFont>
#include <QObject>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"
#include "widgets/guide/guidetext.h"

namespace whittle
{

/// What a part of the guide is built from. The guide is a picture of this value: a change builds it anew.
struct GuideContext {
    const GuideText& text;
    AnalysisPtr analysis; ///< never null where a part is built
    Theme theme;
    TimeText times;
    QFont font;
    std::set<QString> open{}; ///< what is folded out: "board", "why", "others", "suspect:dhcp.nak"
    std::string picked{}; ///< the question that the user would rather answer; empty: the best one
    QString typed{}; ///< a number that is not sent off yet

    bool isOpen(const QString& key) const { return open.contains(key); }
};

/// What a person did in any part of the guide. One object for all parts, since they come and go.
class GuideActions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void answered(const QString& question, const QString& value);
    void takenBack(const QString& question);
    void symptomChosen(const QString& symptom);
    void eventSelected(const whittle::EventRef& ref, whittle::CaseTime time);
    void toggled(const QString& key);
    void questionPicked(const QString& question);
    void typed(const QString& text);
};

} // namespace whittle
