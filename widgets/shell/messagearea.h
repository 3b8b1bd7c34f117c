// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>

#include "widgets/figures/theme.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace whittle
{

/// Something the window has to say. Stays until it is dismissed or its action is taken.
struct Message {
    enum class Kind { Note, Success, Warning, Error };

    Kind kind = Kind::Note;
    QString text;
    QString actionText{}; ///< empty: there is nothing to do about it
    std::function<void()> action{};
};

/// One message with its mark, its action and a button that dismisses it.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    MessageBar(Message message, const Theme& theme, QWidget* parent = nullptr);

    const Message& message() const { return m_message; }
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void dismissed();

private:
    Message m_message;
    QLabel* m_icon;
    QPushButton* m_dismiss;
};

/// The messages above the workspace: never in the way, never more than a few.
class MessageArea : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget* parent = nullptr);

    /// The same text twice is one message.
    void show(const Message& message);
    void clear();
    void setTheme(const Theme& theme);

private:
    void remove(MessageBar* bar);

    Theme m_theme;
    QVBoxLayout* m_layout;
    QList<MessageBar*> m_bars;
};

} // namespace whittle
