// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QWidget>

#include "widgets/events/eventquery.h"
#include "widgets/figures/theme.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace whittle
{

/// What can be asked of the table of events: words, families, one source, one device, only what the timeline
/// shows.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    /// What is set; the range is the panel's matter, which knows what is in view.
    EventQuery query() const;
    bool onlyInView() const;
    /// Back to everything.
    void clear();
    /// That source and these families, and nothing else.
    void showOnly(SourceId source, const std::set<EventFamily>& families);
    void setSources(const std::map<SourceId, QString>& names);
    void setDevices(const std::vector<std::string>& names);
    void setTheme(const Theme& theme);
    void focusSearch();

Q_SIGNALS:
    void changed();
    void leftDownwards(); ///< Down or Return in the search field: on to the table

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* makeChip(const QString& text, const QString& name, const QString& toolTip);
    QComboBox* makeCombo(const QString& name, const QString& accessibleName);
    static void refill(QComboBox& combo, const QString& all,
                       const std::vector<std::pair<QString, QVariant>>& entries);

    QLineEdit* m_search;
    std::map<EventFamily, QToolButton*> m_families;
    QComboBox* m_source;
    QComboBox* m_device;
    QToolButton* m_inView;
};

} // namespace whittle
