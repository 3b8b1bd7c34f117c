// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/guide/guidecontext.h"

class QVBoxLayout;

namespace whittle
{

class WrapButton;

/// What stands below the question: the other questions, the answers of people and of the evidence, what to
/// collect. Sections without content are not there.
class GuideSections : public QWidget
{
    Q_OBJECT

public:
    GuideSections(const GuideContext& context, GuideActions& actions);

private:
    void addOtherQuestions();
    void addYourAnswers();
    void addEvidenceAnswers();
    void addCollect();
    void addCollectable(QVBoxLayout& section, const Collectable& item, const CollectAdvice& advice);
    void addPair(const std::string& question, const QString& value, WrapButton* link);
    WrapButton* makeLink(const QString& text, const QString& name) const;
    QVBoxLayout* startSection(const QString& title);

    const GuideContext& m_context;
    GuideActions& m_actions;
    QVBoxLayout* m_rows;
};

/// What is wrong? The symptoms, in the words that people use.
class SymptomChooser : public QWidget
{
    Q_OBJECT

public:
    SymptomChooser(const GuideContext& context, GuideActions& actions);

private:
    static QWidget* makeChoice(const GuideContext& context, GuideActions& actions, const Symptom& symptom);
};

} // namespace whittle
