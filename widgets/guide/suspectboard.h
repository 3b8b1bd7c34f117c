// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/guide/guidecontext.h"

class QVBoxLayout;

namespace whittle
{

/// The suspects with their probabilities; the eliminated ones struck out, each with what cleared it. Under a
/// suspect that is found stands why it may be so, with bars of its own.
class SuspectBoard : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t collapsedRows = 6;
    static constexpr std::size_t collapsedRowsWhenRefined = 1; ///< what is asked then is why
    static constexpr std::size_t collapsedVariants = 4; ///< and those struck out

    SuspectBoard(const GuideContext& context, GuideActions& actions);

private:
    QWidget* makeRow(const Suspect& suspect, const QString& key);
    QWidget* makeTitle(const Suspect& suspect, const QString& key);
    QWidget* makeRefinement(const Diagnosis& refinement);
    QWidget* makePercent(const Suspect& suspect);
    QWidget* makeBar(const Suspect& suspect);
    QWidget* makeReason(const Suspect& suspect);
    QWidget* makeLink(const Suspect& suspect);
    void addDetails(QVBoxLayout& rows, const Suspect& suspect);
    void addReasons(QVBoxLayout& rows, const Suspect& suspect, bool isFor);
    void addRefinement(QVBoxLayout& rows, const Suspect& suspect);
    void addFold(QVBoxLayout& rows, std::size_t total);

    const GuideContext& m_context;
    GuideActions& m_actions;
};

} // namespace whittle
