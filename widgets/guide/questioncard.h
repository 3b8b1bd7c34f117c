// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "widgets/guide/guidecontext.h"

class QLineEdit;
class QVBoxLayout;

namespace whittle
{

/// The question that is asked now: what it costs, why and how, and what each answer would do.
class QuestionCard : public QFrame
{
    Q_OBJECT

public:
    QuestionCard(const GuideContext& context, GuideActions& actions, const NextQuestion& next);

private:
    void addAnswers(QVBoxLayout& rows);
    void addAnswer(QVBoxLayout& rows, const QString& text, const QString& key, const QString& value,
                   const QString& note);
    void addNumber(QVBoxLayout& rows);
    void addInstruction(QVBoxLayout& rows);
    void addWhy(QVBoxLayout& rows);
    void addFooter(QVBoxLayout& rows);
    void sendNumber(const QLineEdit& edit);
    QString expectedGain() const;

    const GuideContext& m_context;
    GuideActions& m_actions;
    const NextQuestion& m_next;
    const Question* m_question;
};

/// The question that the guide shows: the picked one while it is still open, else the best; null when nothing
/// is left to ask.
const NextQuestion* shownQuestion(const GuideContext& context);

} // namespace whittle
