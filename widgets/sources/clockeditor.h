// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QWidget>

class QLabel;
class QLineEdit;

namespace whittle
{

/// One line in which a person says how far a source's clock is ahead. Return sets it, Escape leaves it.
class ClockEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ClockEditor(QWidget* parent = nullptr);

    /// Shows itself for the clock of that source, with what is known of it now.
    void edit(qint64 source, const QString& name, std::int64_t aheadNs);

Q_SIGNALS:
    void set(qint64 source, std::int64_t aheadNs);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void accept();

    qint64 m_source = 0;
    QLabel* m_question;
    QLineEdit* m_difference;
    QLabel* m_hint;
};

} // namespace whittle
