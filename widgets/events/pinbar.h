// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFrame>

#include "models/base/place.h"
#include "widgets/figures/theme.h"

class QLabel;
class QPushButton;

namespace whittle
{

/// Below the table, while the user says which two events are the same moment: the first one in words, and a
/// button for the second. Seen only then.
class PinBar : public QFrame
{
    Q_OBJECT

public:
    explicit PinBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `words`: what the first event is called.
    void begin(const EventRef& first, const QString& words);
    void end();
    bool isPending() const { return m_first.has_value(); }
    /// What is selected now; only an event of another source can be the same moment.
    void setSecond(const std::optional<EventRef>& second);
    /// As if the button had been pressed; without effect where it cannot be.
    void accept();

Q_SIGNALS:
    void pendingChanged(bool isPending);
    void pinned(const whittle::EventRef& first, const whittle::EventRef& second);

private:
    std::optional<EventRef> m_first;
    std::optional<EventRef> m_second; ///< of another source
    QLabel* m_question;
    QPushButton* m_accept;
};

} // namespace whittle
